import type { SameWords } from '../../core/words.ts';
import type it from '../it/reading.ts';

import article from './article.ts';

export default {
  ...article,
  question: {
    yours: 'You asked: “{{question}}”',
    unsure: 'You may be looking for:',
    several: 'I found {{count}} questions: here are the answers, one below the other.',
    broad: 'What do you want to know about “{{topic}}”?',
    allOf: 'All questions about “{{topic}}”',
    fromAnswer: 'From the answer you were reading.',
    inContext: 'I searched near the answer you were reading.',
    follow: 'Anything else? Write here',
    none: 'I did not find an answer I am sure of.',
    kept: 'The question is kept for 30 days, without names or numbers, to improve the answers.',
    noneNext: 'Try other words, or ask a person.',
    noneClosed: 'Try other words, or leave a message: nobody answers now.',
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
    whyNot: 'What is wrong with it?',
    why: {
      'other-question': 'It is not my question',
      unclear: 'It is hard to understand',
      incomplete: 'Something is missing',
      wrong: 'It is wrong or old',
      'too-long': 'It is too long',
    },
    whySkip: 'I would rather not say',
    thanksYes: 'Thank you: we will remember it.',
    thanksNo: 'Thank you for telling us. A person can help you better.',
    related: 'See also',
    notSolved: 'Not solved? Talk to us',
    missing: 'This answer is no longer there.',
  },
} satisfies SameWords<typeof it>;
