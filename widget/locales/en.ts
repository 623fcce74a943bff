import parts from './en/parts.ts';
import widget from './en/widget.ts';

export default { ...parts, ...widget };
