import type { Logger } from 'pino';
import type { Account } from '../../protocol/account.ts';
import type { Service } from '../../protocol/conversation.ts';
import type { Side } from '../../protocol/message.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { ServiceState } from '../../protocol/status.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { CallbackBoard } from '../callbacks/callback-board.ts';
import type { LeaveWaiting } from '../callbacks/message-box.ts';
import type { DeskConfig } from '../config.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Post } from '../mail/post.ts';
import type { Store } from '../store/store.ts';
import { createAttendance, type Attendance } from './attendance.ts';
import { createCallActions, type CallActions } from './call-actions.ts';
import { createCaseActions, type CaseActions } from './case-actions.ts';
import { createCitizenActions, type CitizenActions } from './citizen-actions.ts';
import { createConsultationActions, type ConsultationActions } from './consultation-actions.ts';
import { createConsultationLinks, type ConsultationLinks } from './consultation-link.ts';
import { isLive, type Conversation } from './conversation-model.ts';
import type { Floor } from './floor.ts';
import { createKeeper } from './keeper.ts';
import { leaveMessage } from './leave-message.ts';
import { createMessageActions, type MessageActions } from './message-actions.ts';
import { createOperatorActions, type OperatorActions } from './operator-actions.ts';
import { createPulse } from './pulse.ts';
import { serviceNow } from './service-now.ts';
import { setUpFloor } from './set-up.ts';
import { enterRoster } from './roster.ts';
import { noteCallGone, reopenCall, settle } from './settle.ts';
import { createSupervisorActions, type SupervisorActions } from './supervisor-actions.ts';
import { createTransferActions, type TransferActions } from './transfer-actions.ts';
import type { Voice } from './voice.ts';

/** The desk: everything citizens and operators can do with each other. */
export interface ChatDesk {
  citizen: CitizenActions;
  operator: OperatorActions;
  messages: MessageActions;
  calls: CallActions;
  transfers: TransferActions;
  consultations: ConsultationActions & ConsultationLinks;
  cases: CaseActions;
  supervisors: SupervisorActions;
  /** A citizen who waits leaves a message instead. */
  leaveMessage: LeaveWaiting;
  /** A connection of this citizen's conversation, or of this operator, is gone. */
  citizenGone(conversationId: string, connectionId: string): void;
  operatorGone(operatorId: string, connectionId: string): void;
  /** The call desk has something new to tell of this conversation's call. */
  callChanged(conversationId: string): void;
  /** Citizens are told something else from now on: so are the operators. */
  noticesChanged(): void;
  /** The office has decided otherwise about its desk. */
  settingsChanged(): void;
  /** Something in the list of callbacks is different. */
  callbacksChanged(): void;
  /** Somebody is new, or may and can do other things than before. */
  accountChanged(account: Account): void;
  serviceNow(service: Service): ServiceState;
  /** Takes up what was open when the server stopped, however it stopped. */
  recover(): Promise<void>;
  /** Resolves when what was under way is on disk. Idempotent. */
  close(): Promise<void>;
}

export interface ChatDeskOptions {
  store: Store;
  calls: CallDesk;
  voice: Voice;
  /** What citizens are told now. */
  notices: () => Notice[];
  post: Post;
  board: Pick<CallbackBoard, 'counts' | 'changed'>;
  /** Where others reach this server, without a slash at the end. */
  publicUrl: () => string;
  config: DeskConfig;
  /** As they are now: asked for anew each time. */
  settings: () => DeskSettings;
  now: () => number;
  log: Logger;
}

const SWEEP_MS = 30_000;
const DESK_GAP_MS = 50;

export function createChatDesk(options: ChatDeskOptions): ChatDesk {
  const { store, calls, config, now, log } = options;
  const citizens = createAttendance({
    graceMs: config.citizenGraceMs,
    onChange: (id) => tell(id, 'operator'),
    onLost: (id) => void giveUp(citizens, id, id, 'abandon'),
  });
  const operators = createAttendance({
    graceMs: config.operatorGraceMs,
    onChange: (id) => liveOf(id).forEach((live) => tell(live, 'citizen')),
    onLost: loseOperator,
  });
  const pulse = createPulse({ work: () => keeper.review(), gapMs: DESK_GAP_MS, now });
  const floor: Floor = setUpFloor({ ...options, citizens, operators, deskChanged: pulse.request });
  const { book, roster, people, announcer, deskChanged } = floor;
  const keeper = createKeeper(floor);
  let closed = false;
  const sweep = setInterval(forgetWhatIsOver, SWEEP_MS).unref();

  function tell(id: string, only?: Side): void {
    const conversation = book.get(id);
    if (conversation) announcer.tell(conversation, only && { only });
  }

  function liveOf(operatorId: string): string[] {
    return book
      .onDeskOf(operatorId)
      .filter(isLive)
      .map(({ id }) => id);
  }

  /** Nobody came back in time. Where it is not possible any more it is not needed either. */
  async function giveUp(attendance: Attendance, key: string, id: string, type: 'abandon' | 'lose-operator') {
    try {
      await book.inLane(id, async () => {
        const conversation = book.get(id);
        if (!conversation || attendance.isHere(key)) return;
        if (type === 'abandon' && wasDropped(conversation)) return;
        const changed = await book.change(conversation, { type, at: now() });
        if (changed.ok) settle(floor, changed)();
      });
    } catch (error) {
      log.error({ err: error }, 'a change could not be stored; it is tried again after another grace period');
      attendance.expect(key);
    }
  }

  function loseOperator(operatorId: string): void {
    roster.delete(operatorId);
    for (const id of liveOf(operatorId)) void giveUp(operators, operatorId, id, 'lose-operator');
    deskChanged();
  }

  function forgetWhatIsOver(): void {
    for (const { id, phase, tokenExpiresAt } of book.all()) {
      if (phase.name !== 'closed' || tokenExpiresAt > now()) continue;
      const awaited = !phase.wrappedUp && phase.operator !== null && roster.has(phase.operator.id);
      if (!awaited) floor.forget(id);
    }
  }

  return {
    citizen: createCitizenActions(floor),
    operator: createOperatorActions(floor),
    messages: createMessageActions(floor),
    calls: createCallActions(floor),
    transfers: createTransferActions(floor),
    consultations: { ...createConsultationActions(floor), ...createConsultationLinks(floor) },
    cases: createCaseActions(floor),
    supervisors: createSupervisorActions(floor),
    leaveMessage: (token, write) => leaveMessage(floor, token, write),

    citizenGone(conversationId, connectionId) {
      calls.leave(connectionId);
      citizens.depart(conversationId, connectionId);
    },
    operatorGone(operatorId, connectionId) {
      calls.leave(connectionId);
      floor.listeners.connectionGone(connectionId);
      operators.depart(operatorId, connectionId);
      deskChanged();
    },
    callChanged(id) {
      tell(id);
      deskChanged();
      if (!closed && calls.stateOf(id) === null) noteCallGone(floor, id);
    },

    noticesChanged: deskChanged,
    settingsChanged: deskChanged,
    callbacksChanged() {
      for (const id of roster.keys()) options.voice.toOperator(id, 'callbacks:changed', undefined);
      deskChanged();
    },
    accountChanged(account) {
      people.learn([account]);
      if (roster.has(account.id)) enterRoster(roster, account, now());
      deskChanged();
    },
    serviceNow: (service) => serviceNow(floor, service),

    async recover() {
      people.learn(await store.operators());
      for (const record of await store.openConversations()) {
        const conversation = await book.load(record);
        const { id, phase } = conversation;
        citizens.expect(id);
        if (phase.name !== 'live') continue;
        operators.expect(phase.operator.id);
        await reopenCall(floor, conversation);
      }
      deskChanged();
    },

    async close() {
      // The calls that end now with the server go on with the next one.
      closed = true;
      clearInterval(sweep);
      citizens.close();
      operators.close();
      pulse.close();
      await book.idle();
    },
  };
}

/** Who was being served when the desk failed: gone or not, they are owed an answer. */
function wasDropped({ phase }: Conversation): boolean {
  return phase.name === 'waiting' && phase.returned;
}
