import type { ConversationState, Service } from '../../protocol/conversation.ts';
import type { CaseFile, DeskState, FloorEntry, OperatorState, QueueEntry, Transfer } from '../../protocol/desk.ts';
import type { CallbackCounts } from '../../protocol/callback.ts';
import type { Consultation } from '../../protocol/consultation.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { OfficeNow } from '../../protocol/office.ts';
import { isAskedFor, isBusy, type Load } from '../desk/routing.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { ConsultationRecord } from '../store/desk-records.ts';
import { isLive, type Conversation } from './conversation-model.ts';
import type { EarlierContacts } from './earlier-contacts.ts';
import type { Listeners } from './listeners.ts';
import { loadOf, type LoadParts } from './load.ts';
import type { OfferRunner } from './offer-runner.ts';
import { operatorState, type Member, type People, type Roster } from './roster.ts';
import { isOf, type Targets } from './targets.ts';
import type { WaitingLine } from './waiting-line.ts';
import { queueEntry } from './views.ts';

/** Makes operators' desks out of what is true now: what is the same for all of them once, the rest for each. */
export interface DeskViews {
  /** @returns a maker of desks that are all of this moment: null for an operator who has not entered */
  now(): (operatorId: string) => DeskState | null;
  consultation(record: ConsultationRecord): Consultation;
}

export interface DeskViewParts extends LoadParts {
  line: WaitingLine;
  roster: Roster;
  people: People;
  targets: Targets;
  offers: Pick<OfferRunner, 'to' | 'of'>;
  listeners: Listeners;
  earlier: EarlierContacts;
  settings: () => DeskSettings;
  callbackCounts: () => CallbackCounts;
  notices: () => Notice[];
  viewOf: (conversation: Conversation) => ConversationState;
  book: LoadParts['book'] & { all(): Iterable<Conversation>; consulting(): Conversation[] };
}

export function createDeskViews(parts: DeskViewParts): DeskViews {
  const { book, line, roster, people, targets, offers, listeners, earlier, settings, viewOf } = parts;

  function transferView({ transfer }: Conversation): Transfer | null {
    if (!transfer) return null;
    const { to, fromId, note, at } = transfer;
    return { to: targets.view(to), from: people.nameOf(fromId), note, at };
  }

  function queueOf(service: Service): QueueEntry[] {
    return line.standing(service).map(({ conversation }) => {
      const offeredTo = offers.of(conversation.id);
      return queueEntry(conversation, {
        transfer: conversation.transfer?.reserved ? transferView(conversation) : null,
        offeredTo: offeredTo === null ? null : people.nameOf(offeredTo),
      });
    });
  }

  function consultation(record: ConsultationRecord): Consultation {
    const { id, conversationId, kind, openedById, openedAt, to, summary, mailed, state, lastSeq } = record;
    const openedBy = people.nameOf(openedById);
    return { id, conversationId, kind, openedBy, openedAt, to: targets.view(to), summary, mailed, state, lastSeq };
  }

  function caseOf(conversation: Conversation): CaseFile {
    return {
      note: conversation.note,
      earlier: earlier.of(conversation),
      consultation: conversation.consultation && consultation(conversation.consultation),
      transfer: transferView(conversation),
      listeners: listeners.of(conversation.id).map(people.nameOf),
    };
  }

  function floorEntries(): FloorEntry[] {
    return [...book.all()].filter(isLive).map((conversation) => {
      const { id, service, language, citizenName, phase, hold } = conversation;
      const { operator, since } = phase;
      const inCall = parts.calls.stateOf(id) !== null;
      return { conversationId: id, service, language, citizenName, operator, since, onHold: hold !== null, inCall };
    });
  }

  function officesNow(loads: ReadonlyMap<string, Load>): OfficeNow[] {
    const { offices, queue } = settings();
    return offices.map((office) => {
      const here = targets.here({ office: office.id });
      const free = here.filter(({ id }) => isAskedFor(loads.get(id) ?? NOTHING, 'chat', queue));
      return { ...office, here: here.length, free: free.length };
    });
  }

  return {
    consultation,
    now() {
      const { queue, replies } = settings();
      const members = [...roster.values()];
      const loads = new Map(members.map((member) => [member.id, loadOf(parts, member)]));
      const states = new Map(
        members.map((member) => [member.id, operatorState(member, isBusy(loads.get(member.id) ?? NOTHING, queue))]),
      );
      const queues = { chat: queueOf('chat'), lis: queueOf('lis') };
      const offices = officesNow(loads);
      const consulting = book.consulting().flatMap((conversation) => conversation.consultation ?? []);
      const floor = members.some(({ supervisor }) => supervisor) ? floorEntries() : [];
      const [callbacks, notices] = [parts.callbackCounts(), parts.notices()];

      return (operatorId) => {
        const member = roster.get(operatorId);
        if (!member) return null;
        const mine = parts.book.onDeskOf(operatorId);
        return {
          me: states.get(operatorId) ?? operatorState(member, false),
          queues,
          mine: mine.map(viewOf),
          cases: Object.fromEntries(mine.map((conversation) => [conversation.id, caseOf(conversation)])),
          offer: offers.to(operatorId),
          consultations: consulting.filter((each) => isAsked(each, member)).map(consultation),
          colleagues: colleaguesOf(states, operatorId),
          offices,
          replies: [...replies],
          callbacks,
          floor: member.supervisor ? floor : [],
          notices,
        };
      };
    },
  };
}

const NOTHING: Load = { skills: [], chats: 0, inCall: false };

/** The others of an office look, whoever of it may have opened it. */
export function isAsked({ to, openedById }: ConsultationRecord, member: Pick<Member, 'id' | 'offices'>): boolean {
  return openedById !== member.id && isOf(to, member);
}

function colleaguesOf(states: ReadonlyMap<string, OperatorState>, operatorId: string): OperatorState[] {
  return [...states.values()].filter(({ id }) => id !== operatorId);
}
