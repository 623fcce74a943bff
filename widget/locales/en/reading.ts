import type { SameWords } from '../../core/words.ts';
import type it from '../it/reading.ts';

import article from './article.ts';

export default {
  ...article,
  question: {
    yours: 'You asked: “{{question}}”',
    unsure: 'You may be looking for:',
    none: 'I did not find an answer I am sure of.',
    noneNext: 'Try other words, or ask a person.',
    emergency: 'If somebody is in danger call 112',
    contact: {
      emergency: { call: 'Call', about: 'The European emergency number, free, at any time.' },
      'emergency-deaf': { call: '112 Sordi:', about: 'For those who cannot hear or speak: they answer in writing.' },
      violence: { call: 'Call', about: 'Against violence and stalking, free, at any time.' },
    },
    failed: 'The search did not load. Check the network and try again, or ask a person.',
  },
  answer: {
    helpful: 'Was this useful?',
    yes: 'Yes',
    no: 'No',
    thanksYes: 'Thank you: we will remember it.',
    thanksNo: 'Thank you for telling us. A person can help you better.',
    related: 'See also',
    notSolved: 'Not solved? Talk to us',
    missing: 'This answer is no longer there.',
  },
} satisfies SameWords<typeof it>;
