import type { Changed } from './book.ts';
import { callInLog, type CallInLog } from './call-log.ts';
import { isLive, operatorOf, type Conversation, type Effect } from './conversation-model.ts';
import type { Floor } from './floor.ts';
import { changeMember } from './roster.ts';

/**
 * Does at once what follows from a committed change (the line, the call), while its lane is still held, and hands
 * back the telling, which waits until the one who asked has the answer.
 */
export function settle(floor: Floor, changed: Changed): () => void {
  const { after, effects } = changed;
  keepLine(floor, changed);
  keepDesks(floor, changed);
  for (const effect of effects) runCallEffect(floor, after, effect);
  return () => tellEveryone(floor, changed);
}

function tellEveryone({ announcer, listeners, deskChanged }: Floor, { before, after, lines }: Changed): void {
  const previous = operatorOf(before)?.id;
  for (const line of lines) announcer.pass(after, line, { alsoTo: previous });
  announcer.tell(after, { alsoTo: previous });
  // Whoever reads along has read the end.
  if (after.phase.name === 'closed') listeners.ended(after.id);
  deskChanged();
}

function keepLine({ line, citizens, now }: Floor, { before, after }: Changed): void {
  if (after.phase.name !== 'waiting') {
    const served = before.phase.name === 'waiting' && after.phase.name === 'live' && !before.phase.returned;
    if (served) line.served(before, now());
    line.left(after.id);
  } else if (before.phase.name !== 'waiting') {
    if (!after.phase.returned) line.joined(after);
    // Gone while somebody was answering is one thing; gone while holding a place in the line another.
    citizens.expect(after.id);
  }
}

/** Whoever takes something on or finishes it is there, and is the last one to be asked next. */
function keepDesks({ roster, offers, now }: Floor, { before, after }: Changed): void {
  const [from, to] = [before, after].map((each) => (isLive(each) ? each.phase.operator.id : null));
  if (from !== to) {
    for (const id of [from, to]) if (id) changeMember(roster, id, { idleSince: now() });
    if (to) offers.present(to);
  }
}

function runCallEffect(floor: Floor, conversation: Conversation, effect: Effect): void {
  if (effect.type === 'open-call') void openCall(floor, conversation.id);
  if (effect.type === 'end-call') floor.calls.end(conversation.id);
}

async function openCall(floor: Floor, id: string): Promise<void> {
  const { book, calls, log, now } = floor;
  try {
    await calls.open(id);
    await book.inLane(id, async () => {
      const conversation = book.get(id);
      if (!conversation || calls.stateOf(id) === null) return;
      // Taken up again after a stop: to the two who are in it, it is the call that has begun already.
      if ((await callOf(floor, conversation)) === 'on') return;
      const changed = await book.change(conversation, { type: 'call-started', at: now() });
      if (changed.ok) settle(floor, changed)();
      else calls.end(id);
    });
  } catch (error) {
    // Both are still in the conversation and can write; its state says that there is no call.
    log.warn({ err: error }, 'a call could not be opened');
    noteCallGone(floor, id);
  }
}

/** After a stop of the server: the call that was going on, or was to begin, is open again when its two come back. */
export async function reopenCall(floor: Floor, conversation: Conversation): Promise<void> {
  if ((await callOf(floor, conversation)) !== 'off') void openCall(floor, conversation.id);
}

/** A call that nobody ended and that is gone all the same (its media could not be repaired) ends in the log, too. */
export function noteCallGone(floor: Floor, id: string): void {
  const { book, calls, log, now } = floor;
  const noted = book.inLane(id, async () => {
    const conversation = book.get(id);
    if (!conversation || calls.stateOf(id) !== null || (await callOf(floor, conversation)) !== 'on') return;
    const changed = await book.change(conversation, { type: 'end-call', by: 'operator', at: now() });
    if (changed.ok) settle(floor, changed)();
  });
  noted.catch((error: unknown) => log.error({ err: error }, 'the end of a call could not be stored'));
}

async function callOf({ store }: Floor, conversation: Conversation): Promise<CallInLog> {
  return callInLog(conversation, await store.messagesAfter(conversation.id, 0));
}
