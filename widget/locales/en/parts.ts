import type { SameWords } from '../../core/words.ts';
import type it from '../it/parts.ts';

export default {
  when: {
    today: 'Today',
    yesterday: 'Yesterday',
    todayAt: 'today at {{time}}',
    tomorrowAt: 'tomorrow, {{day}}, at {{time}}',
    dayAt: '{{day}} at {{time}}',
  },
  log: {
    label: 'Messages',
    you: 'You',
    operator: 'Operator',
    citizen: 'Citizen',
    sending: 'sending…',
    sent: 'sent',
    read: 'read',
    refused: 'not sent',
    retry: 'Try again',
    discard: 'Remove',
    newer: 'Go to the new messages',
    event: {
      'operator-joined': '{{name}} is in the conversation.',
      'operator-lost': 'The operator lost the connection. The conversation goes back to the front of the line.',
      'call-requested': 'A sign-language video call was asked for.',
      'call-started': 'The video call has started.',
      'call-ended': 'The video call has ended.',
      'on-hold': 'The operator is asking {{name}}. Stay here.',
      'off-hold': 'The operator is back.',
      transferring: 'The conversation goes on to {{name}}.',
      'transfer-failed': '{{name}} cannot answer now. The first free operator will.',
      'handed-over': 'From now on {{name}} answers, with the whole conversation at hand.',
      'message-left': 'A message was left instead of waiting.',
      closed: 'The conversation is closed.',
    },
  },
  composer: {
    label: 'Write a message',
    send: 'Send',
    attach: 'Attach a file',
    failed: 'Files cannot be attached now: check your network and try again.',
    hint: 'Enter sends the message. Shift and Enter together start a new line.',
    left_one: '{{count}} character left',
    left_other: '{{count}} characters left',
    over_one: '{{count}} character too many: shorten the text or split it into two messages',
    over_other: '{{count}} characters too many: shorten the text or split it into two messages',
  },
  link: {
    newTab: 'opens in another tab',
  },
  trouble: {
    invalid: {
      what: 'The service did not understand the request.',
      next: 'Reload the page and try again: the conversation stays.',
    },
    'too-large': { what: 'The text is too long.', next: 'Split it into two messages.' },
    'too-many': { what: 'Too many requests came in a short time.', next: 'Wait a few seconds and try again.' },
    'unknown-event': { what: 'The page asks for something the service does not know.', next: 'Reload the page.' },
    'version-mismatch': {
      what: 'The service was updated while this page was open.',
      next: 'Reload the page: the conversation stays.',
    },
    'not-signed-in': { what: 'Your session has ended.', next: 'Sign in again.' },
    'wrong-credentials': { what: 'User name or password are not right.', next: 'Check them and try again.' },
    'bad-token': { what: 'We cannot find the earlier conversation.', next: 'You can start a new one.' },
    'token-expired': { what: 'The earlier conversation has expired.', next: 'You can start a new one.' },
    'no-conversation': { what: 'There is no open conversation.', next: 'You can start a new one.' },
    forbidden: { what: 'This cannot be done from here.', next: 'Go back to the start and try again.' },
    'not-found': { what: 'What you asked for is no longer there.', next: 'Go back to the start and try again.' },
    'wrong-phase': {
      what: 'This is no longer possible: the conversation has moved on.',
      next: 'Look at the last message.',
    },
    'already-taken': { what: 'Another operator has already answered.', next: 'Choose another conversation.' },
    'at-capacity': { what: 'All places are taken.', next: 'Try again when another conversation ends.' },
    'nobody-there': {
      what: 'Nobody there can answer now.',
      next: 'Choose another office or another colleague.',
    },
    oneself: { what: 'You chose yourself.', next: 'Choose an office or another colleague.' },
    'bad-contact': {
      what: 'The e-mail address or the telephone number cannot be right.',
      next: 'Check it character by character and try again.',
    },
    'bad-file': {
      what: 'The file is neither an image nor a PDF, or it is damaged.',
      next: 'Choose a JPEG, PNG, WebP, GIF or PDF file.',
    },
    infected: {
      what: 'There is a virus in the file: we do not take it.',
      next: 'Choose another file.',
    },
    'read-only': {
      what: 'The configuration file cannot be written.',
      next: 'Ask whoever runs the service to make it writable.',
    },
    'weak-password': {
      what: 'The password is too short or too common.',
      next: 'Choose a longer one, such as three words that do not belong together.',
    },
    'channel-closed': {
      what: 'The service is closed at the moment.',
      next: 'See when it opens, or leave a message.',
    },
    'no-media': { what: 'Video calls are not available now.', next: 'You can write to an operator.' },
    'bad-media': { what: 'The video did not start.', next: 'Try again, or go on writing.' },
    unavailable: { what: 'The service is restarting.', next: 'Try again in a few seconds.' },
    internal: {
      what: 'Something went wrong, and it is our fault.',
      next: 'What you wrote is still here: try again shortly.',
    },
    'no-answer': {
      what: 'The service does not answer.',
      next: 'Check the network and try again. What you wrote is still here.',
    },
  },
} satisfies SameWords<typeof it>;
