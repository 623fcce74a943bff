import parts from './it/parts.ts';
import widget from './it/widget.ts';

export default { ...parts, ...widget };
