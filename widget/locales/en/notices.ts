import type { SameWords } from '../../core/words.ts';
import type it from '../it/notices.ts';

export default {
  notice: { title: 'Notice', untilToday: 'Until {{time}} today.', until: 'Until {{time}} on {{day}}.' },
} satisfies SameWords<typeof it>;
