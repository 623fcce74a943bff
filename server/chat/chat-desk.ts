import type { Logger } from 'pino';
import type { Service } from '../../protocol/conversation.ts';
import type { OperatorState } from '../../protocol/desk.ts';
import type { Side } from '../../protocol/message.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { ServiceState } from '../../protocol/status.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { DeskConfig } from '../config.ts';
import { openingAt } from '../desk/calendar.ts';
import { isStaffing, whyNotAccept } from '../desk/routing.ts';
import { serviceState } from '../desk/service-state.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Store } from '../store/store.ts';
import { createAnnouncer } from './announcer.ts';
import { createAttendance, type Attendance } from './attendance.ts';
import { createBook } from './book.ts';
import { createCallActions, type CallActions } from './call-actions.ts';
import { createCitizenActions, type CitizenActions } from './citizen-actions.ts';
import { loadOf, type Floor } from './floor.ts';
import { createMessageActions, type MessageActions } from './message-actions.ts';
import { createOperatorActions, type OperatorActions } from './operator-actions.ts';
import { noteCallGone, reopenCall, settle } from './settle.ts';
import type { Voice } from './voice.ts';
import { createWaitingLine } from './waiting-line.ts';

/** The desk: everything citizens and operators can do with each other. */
export interface ChatDesk {
  citizen: CitizenActions;
  operator: OperatorActions;
  messages: MessageActions;
  calls: CallActions;
  /** A connection of this citizen's conversation, or of this operator, is gone. */
  citizenGone(conversationId: string, connectionId: string): void;
  operatorGone(operatorId: string, connectionId: string): void;
  /** The call desk has something new to tell of this conversation's call. */
  callChanged(conversationId: string): void;
  /** Citizens are told something else from now on: so are the operators. */
  noticesChanged(): void;
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
  config: DeskConfig;
  /** As they are now: asked for anew each time. */
  settings: () => DeskSettings;
  now: () => number;
  log: Logger;
}

const SWEEP_MS = 30_000;

export function createChatDesk(options: ChatDeskOptions): ChatDesk {
  const { store, calls, voice, notices, config, settings, now, log } = options;
  const book = createBook({ store, rules: config });
  const line = createWaitingLine({ all: book.all, now });
  const roster = new Map<string, OperatorState>();
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
  const announcer = createAnnouncer({ book, line, roster, citizens, operators, calls, voice, notices });
  const accepting: Floor['accepting'] = new Map();
  const floor: Floor = {
    store,
    book,
    line,
    roster,
    citizens,
    operators,
    calls,
    accepting,
    voice,
    announcer,
    config,
    settings,
    now,
    log,
  };
  let closed = false;
  const sweep = setInterval(forgetWhatIsOver, SWEEP_MS).unref();

  function tell(id: string, only?: Side): void {
    const conversation = book.get(id);
    if (conversation) announcer.tell(conversation, only && { only });
  }

  function liveOf(operatorId: string): string[] {
    const live = [...book.all()].filter(({ phase }) => phase.name === 'live' && phase.operator.id === operatorId);
    return live.map(({ id }) => id);
  }

  /** Nobody came back in time. Where it is not possible any more it is not needed either. */
  async function giveUp(attendance: Attendance, key: string, id: string, type: 'abandon' | 'lose-operator') {
    try {
      await book.inLane(id, async () => {
        const conversation = book.get(id);
        if (!conversation || attendance.isHere(key)) return;
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
    announcer.deskChanged();
  }

  function forgetWhatIsOver(): void {
    for (const { id, phase, tokenExpiresAt } of book.all()) {
      if (phase.name !== 'closed' || tokenExpiresAt > now()) continue;
      const awaited = !phase.wrappedUp && phase.operator !== null && roster.has(phase.operator.id);
      if (!awaited) book.forget(id);
    }
  }

  return {
    citizen: createCitizenActions(floor),
    operator: createOperatorActions(floor),
    messages: createMessageActions(floor),
    calls: createCallActions(floor),

    citizenGone(conversationId, connectionId) {
      calls.leave(connectionId);
      citizens.depart(conversationId, connectionId);
    },
    operatorGone(operatorId, connectionId) {
      calls.leave(connectionId);
      operators.depart(operatorId, connectionId);
    },
    callChanged(id) {
      tell(id);
      announcer.deskChanged();
      if (!closed && calls.stateOf(id) === null) noteCallGone(floor, id);
    },

    noticesChanged: () => announcer.deskChanged(),

    serviceNow(service) {
      const { chatsAtOnce } = settings().queue;
      const present = [...roster.values()].filter(({ id }) => operators.isHere(id));
      const staffing = present.filter((operator) => isStaffing(operator, service));
      const { position, estimateMs } = line.placeOf({ id: '', service });
      return serviceState({
        opening: openingAt(settings(), service, now()),
        possible: service === 'chat' || calls.available(),
        waiting: position - 1,
        staffed: staffing.length > 0,
        free: staffing.some((operator) => !whyNotAccept(loadOf(floor, operator), service, chatsAtOnce)),
        estimateMs,
      });
    },

    async recover() {
      for (const record of await store.openConversations()) {
        const conversation = await book.load(record);
        const { id, phase } = conversation;
        citizens.expect(id);
        if (phase.name !== 'live') continue;
        operators.expect(phase.operator.id);
        await reopenCall(floor, conversation);
      }
    },

    async close() {
      // The calls that end now with the server go on with the next one.
      closed = true;
      clearInterval(sweep);
      citizens.close();
      operators.close();
      announcer.close();
      await book.idle();
    },
  };
}
