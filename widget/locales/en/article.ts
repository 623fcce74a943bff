import type { SameWords } from '../../core/words.ts';
import type it from '../it/article.ts';

export default {
  article: {
    steps: 'What to do',
    needs: 'What you need',
    costs: 'What it costs',
    deadlines: 'Times and deadlines',
    where: 'Where to go',
    notes: 'Good to know',
    sources: 'Sources',
    checked: 'Checked on {{date}}',
    stale: 'This information was due to be checked again by {{date}}. Ask for confirmation before you act on it.',
    office: 'Office in charge: {{office}}',
    italianOnly: 'This answer is in Italian only.',
    whole: 'Read the whole answer',
    coming: 'Loading the rest of the answer…',
    missing: 'The rest of the answer did not load. Check your connection and try again.',
    retry: 'Try again',
    lis: {
      show: 'Watch the answer in Italian Sign Language',
      label: 'In Italian Sign Language: {{title}}',
      captions: 'Captions',
      speed: 'Speed',
      times: '{{speed}}×',
      failed: 'The sign-language video did not load. The answer is written here.',
    },
  },
} satisfies SameWords<typeof it>;
