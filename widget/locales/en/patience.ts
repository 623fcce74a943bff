import type { SameWords } from '../../core/words.ts';
import type it from '../it/patience.ts';

export default {
  patience: {
    longer: 'It takes longer than expected.',
    transferSince:
      'Whoever can help you best will answer, and finds the whole conversation there. You have been waiting since {{time}}: if they cannot now, the first free operator answers, before all others.',
    closingServed: 'We close at {{time}}, but we answer everybody who is already in line.',
    closingMessage: 'We close at {{time}}. If it is not your turn by then, you can leave a message.',
    due: 'If you leave a message we answer by {{when}}.',
    reopens: 'It opens again {{when}}.',
    goOn: 'I go on waiting',
    hold: '{{name}} is asking {{who}}. Stay here: the answer will come.',
    holdOnward: '{{name}} is asking {{who}} to go on with you. Stay here.',
    holdNow: 'For less than a minute.',
    holdFor_one: 'For {{count}} minute.',
    holdFor_other: 'For {{count}} minutes.',
  },
} satisfies SameWords<typeof it>;
