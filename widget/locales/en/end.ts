import type { SameWords } from '../../core/words.ts';
import type it from '../it/end.ts';

export default {
  end: {
    title: 'The conversation is closed',
    byCitizen: 'You closed it.',
    byOperator: '{{name}} closed it.',
    byDesk:
      'The service closed it while you were waiting: you had been without a connection for some minutes, or the desk has closed. What you wrote is still here.',
    again: 'Back into the line',
    leftLine: 'You left the line.',
    promised: 'We answer by {{when}}.',
    byEmail: 'We write to {{to}}.',
    byPhone: 'We call {{to}}.',
    wrongReach: 'Is that wrong? Leave a message with where to reach you, and with this number.',
    number: 'The number of your request',
    receiptMailed: 'We have sent you a receipt by e-mail.',
    mail: 'Get a copy by e-mail',
    address: 'Your e-mail address',
    send: 'Send the copy',
    sending: 'Sending…',
    mailed: 'The copy leaves now for {{to}}.',
    noMail: 'We cannot send e-mails now. Save a copy with the button above.',
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
