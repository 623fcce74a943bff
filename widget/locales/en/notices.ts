import type { SameWords } from '../../core/words.ts';
import type it from '../it/notices.ts';

export default {
  notice: {
    title: 'Notice',
    untilToday: 'Until {{time}} today.',
    allToday: 'For the whole of today.',
    untilEnd: 'Until the end of {{day}}.',
    until: 'Until {{time}} on {{day}}.',
  },
} satisfies SameWords<typeof it>;
