import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { expect, test } from 'vitest';
import type { Consultation, ConsultationView } from '../../../protocol/consultation.ts';
import type { ConversationState, ConversationView, StartedConversation } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import { begin, must, next } from '../realtime/harness.ts';
import { openServer } from './killable-server.ts';

/* The real server, killed while citizens wait, are offered, on hold and handed on. */

const events = ({ messages }: ConversationView): string[] =>
  messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));
const offered = (socket: Socket): Promise<DeskState> =>
  next<DeskState>(socket, 'desk:changed', ({ offer }) => offer !== null);

test(
  'QU-97 killed with citizens waiting, offered, on hold and handed on: after the restart everyone is where they were',
  { timeout: 120_000 },
  async () => {
    await using desk = await openServer();
    const one = await desk.operator('chat1');
    const two = await desk.operator('chat2');
    const started: StartedConversation[] = [];
    for (let count = 0; count < 4; count += 1) started.push(await begin(await desk.citizen()));
    const [held, handed, first, second] = started.map(({ conversation, token }) => ({ id: conversation.id, token }));
    for (const each of [held, handed]) await must(one.socket, 'conversation:accept', { conversationId: each!.id });
    const asking = { to: { office: 'tributi' }, kind: 'answer', summary: 'Quanto deve?' };
    const { consultation } = await must<{ consultation: Consultation }>(one.socket, 'consultation:open', {
      conversationId: held!.id,
      ...asking,
    });
    const side = { consultationId: consultation.id, clientId: 'side-0001', text: 'Guardo' };
    await must(two.socket, 'consultation:send', side);
    await must(one.socket, 'conversation:transfer', { conversationId: handed!.id, to: { operator: two.desk.me.id } });
    const asked = async (): Promise<(string | undefined)[]> => {
      const { queues } = (await must<{ desk: DeskState }>(two.socket, 'desk:enter', {})).desk;
      return queues.chat.filter(({ offeredTo }) => offeredTo !== null).map((entry) => entry.transfer?.from.name);
    };
    await expect.poll(asked).toEqual(['Operatore chat 1', undefined]);

    await desk.killAndStart();

    const again = await desk.back(held!.token);
    expect(again.conversation.phase).toMatchObject({
      name: 'live',
      operatorConnected: false,
      hold: { who: 'Tributi' },
    });
    const waiting = [await desk.back(handed!.token), await desk.back(first!.token), await desk.back(second!.token)];
    expect(waiting.map(({ conversation }) => conversation.phase)).toMatchObject([
      { name: 'waiting', position: 1, transferTo: 'Operatore chat 2', propose: null },
      { name: 'waiting', position: 2, transferTo: null },
      { name: 'waiting', position: 3, transferTo: null },
    ]);
    // Offers are made anew: what was handed on to its target, the head of the line to the other.
    const back = await desk.operator('chat1');
    expect((await offered(back.socket)).offer).toMatchObject({ conversationId: first!.id });
    expect(back.desk.mine).toMatchObject([{ id: held!.id }]);
    const colleague = await desk.operator('chat2');
    expect(colleague.desk.consultations).toMatchObject([{ id: consultation.id, lastSeq: 1 }]);
    expect((await offered(colleague.socket)).offer).toMatchObject({ conversationId: handed!.id });
    await must(colleague.socket, 'conversation:accept', { conversationId: handed!.id });
    // Sent again because the answer was lost with the process: still one.
    expect(await must(colleague.socket, 'consultation:send', side)).toMatchObject({ seq: 1 });
    const view = await must<ConsultationView>(back.socket, 'consultation:view', { consultationId: consultation.id });
    expect(view.sideMessages).toMatchObject([{ seq: 1, text: 'Guardo' }]);
    const off = next<ConversationState>(
      again.socket,
      'conversation:changed',
      ({ phase }) => phase.name === 'live' && phase.hold === null,
    );
    await must(back.socket, 'consultation:end', { consultationId: consultation.id });
    await off;
    expect(events((await desk.back(held!.token)) as ConversationView)).toEqual([
      'operator-joined',
      'on-hold',
      'off-hold',
    ]);
    expect(events((await desk.back(handed!.token)) as ConversationView)).toEqual([
      'operator-joined',
      'transferring',
      'operator-joined',
    ]);
  },
);

const ROUNDS = 4;

test(
  `QU-97 killed ${ROUNDS} times in the very moment of a step, it was done whole or not at all`,
  { timeout: 120_000 },
  async () => {
    await using desk = await openServer();
    const two = await desk.operator('chat2');
    const target = two.desk.me.id;
    for (let round = 0; round < ROUNDS; round += 1) {
      const one = await desk.operator('chat1');
      await desk.operator('chat2');
      const { conversation, token } = await begin(await desk.citizen());
      const conversationId = conversation.id;
      await must(one.socket, 'conversation:accept', { conversationId });
      const steps = [
        ['consultation:open', { conversationId, to: { operator: target }, kind: 'transfer', summary: 'Puoi tu?' }],
        ['conversation:transfer', { conversationId, to: { operator: target } }],
      ] as const;
      const [event, request] = steps[round % 2]!;
      one.socket.emit(event, request, () => {});
      await pause(Math.random() * 8);
      await desk.killAndStart();
      const resumed = await desk.back(token);
      const { phase } = resumed.conversation;
      const operator = await desk.operator('chat1');
      const done = events(resumed).length > 1;
      if (event === 'consultation:open') {
        expect(phase).toMatchObject({ name: 'live', hold: done ? { who: 'Operatore chat 2' } : null });
        expect(operator.desk.cases[conversationId]?.consultation === null).toBe(!done);
      } else {
        expect(phase).toMatchObject(
          done ? { name: 'waiting', transferTo: 'Operatore chat 2' } : { name: 'live', hold: null },
        );
      }
      await must(resumed.socket, 'conversation:close', { conversationId });
    }
  },
);
