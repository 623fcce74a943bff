import type { SameWords } from '../../core/words.ts';
import type it from '../it/end.ts';

export default {
  end: {
    title: 'The conversation is closed',
    byCitizen: 'You closed it.',
    byOperator: '{{name}} closed it.',
    byDesk: 'It was closed by the service.',
    leftLine: 'You left the line.',
    promised: 'We answer by {{when}}.',
    mail: 'Get a copy by e-mail',
    address: 'Your e-mail address',
    send: 'Send the copy',
    sending: 'Sending…',
    mailed: 'The copy leaves now for {{to}}.',
    wrongAddress: 'This e-mail address is not complete. It usually looks like this: name@example.org.',
    stars: 'How was it?',
    star_one: '{{count}} star out of 5',
    star_other: '{{count}} stars out of 5',
    missing: 'Choose one to five stars.',
    comment: 'Anything to add? (optional)',
    rate: 'Send your rating',
    rated: 'Thank you: we have received your rating.',
    transcript: 'Save a copy of the conversation',
    show: 'Read the conversation again',
    close: 'I am done',
  },
  transcript: {
    title: 'Copy of the conversation',
    file: 'conversation',
    started: 'Started: {{when}}',
    line: '[{{time}}] {{name}}: {{text}}',
    event: '[{{time}}] {{text}}',
  },
} satisfies SameWords<typeof it>;
