import type { WholeKnowledge } from '../../protocol/article.ts';
import { timeEngines, type Asked, type Timing } from './timing.ts';

declare global {
  interface Window {
    timeEngines: (knowledge: WholeKnowledge, asked: Asked, peers?: readonly string[]) => Timing[];
  }
}

window.timeEngines = timeEngines;
