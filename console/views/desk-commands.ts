import type { CallClient } from '../../widget/core/call-client.ts';
import { unreadCount } from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import type { Command } from '../core/keys.ts';
import type { WindowName } from '../parts/events.ts';
import type { View } from './three-columns.ts';

/** Where a key can take the focus. */
export type Part = 'mine' | 'queue' | 'work' | 'answer' | 'side' | 'attach' | 'offers' | 'context' | 'note';

/** What the keys need of the desk's screen. */
export interface DeskActions {
  /** In the order on screen. */
  readonly mine: readonly Conversation[];
  readonly selected: Conversation | undefined;
  /** The call of the conversation on screen, if I am in it. */
  readonly call: CallClient<MediaStreamTrack> | undefined;
  open(window: WindowName): void;
  show(conversationId: string): void;
  acceptNext(): Promise<void>;
  /** Leaves the citizen offered to me to the next. */
  decline(): void;
  /** Back from the break that the server put me on, or from any other. */
  beAvailable(): void;
  /** Ends the question on screen that I put. */
  endQuestion(): void;
  /** Takes over from who asked me, where that is what they want. */
  takeOver(): void;
  /** To the side conversation on screen, or else to the first question put to me. */
  goToSide(): void;
  goTo(view: View, part: Part): Promise<void>;
  focusPresence(): void;
  /** Shows the other place of the console, for who has two. */
  changePlace(): void;
  /** Takes away the notice that is shown. */
  dismissNotice(): void;
  /** Goes into the call that the citizen on screen asked for. */
  enterCall(): void;
}

export function runCommand(command: Command, desk: DeskActions): void {
  const { call } = desk;
  switch (command.action) {
    case 'keys':
    case 'settings':
      return desk.open(command.action);
    case 'close':
      return desk.open('finish');
    case 'transfer':
    case 'consult':
      return desk.open(command.action);
    case 'decline':
      return desk.decline();
    case 'available':
      return desk.beAvailable();
    case 'side':
      return desk.goToSide();
    case 'end-question':
      return desk.endQuestion();
    case 'ready':
      return desk.takeOver();
    case 'note':
      return void desk.goTo('context', 'note');
    case 'attach':
      return void desk.goTo('conversation', 'attach');
    case 'accept-next':
      return void desk.acceptNext();
    case 'queue':
    case 'mine':
      return void desk.goTo('queues', command.action);
    case 'switch':
      return show(desk, desk.mine[command.index]);
    case 'next-unread':
      return show(desk, nextUnread(desk));
    case 'answer':
      return void desk.goTo('conversation', 'answer');
    case 'offers':
      return void desk.goTo('conversation', 'offers');
    case 'search':
      return void desk.goTo('context', 'context');
    case 'presence':
      return desk.focusPresence();
    case 'place':
      return desk.changePlace();
    case 'dismiss':
      return desk.dismissNotice();
    case 'call-enter':
      return desk.enterCall();
    case 'call-microphone':
      return void call?.setMicrophone(call.value.microphone.state !== 'on');
    case 'call-camera':
      return void call?.setCamera(call.value.camera.state !== 'on');
    case 'call-end':
      return call?.leave();
    default:
      return unreachable(command);
  }
}

function show(desk: DeskActions, conversation: Conversation | undefined): void {
  if (conversation !== undefined) desk.show(conversation.id);
}

/** After the one on screen, then from the top again. */
function nextUnread({ mine, selected }: DeskActions): Conversation | undefined {
  const at = mine.findIndex(({ id }) => id === selected?.id) + 1;
  return [...mine.slice(at), ...mine.slice(0, at)].find(({ value }) => unreadCount(value) > 0);
}

function unreachable(command: never): never {
  throw new TypeError(`no such command: ${JSON.stringify(command)}`);
}
