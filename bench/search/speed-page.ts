import type { WholeKnowledge } from '../../protocol/article.ts';
import { timeEngines, type Timing } from './timing.ts';

declare global {
  interface Window {
    timeEngines: (knowledge: WholeKnowledge, questions: string[]) => Timing[];
  }
}

window.timeEngines = timeEngines;
