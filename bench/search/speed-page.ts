import type { Knowledge } from '../../protocol/article.ts';
import { timeEngines, type Timing } from './timing.ts';

declare global {
  interface Window {
    timeEngines: (knowledge: Knowledge, questions: string[]) => Timing[];
  }
}

window.timeEngines = timeEngines;
