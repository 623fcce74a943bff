import type { citizenRequests } from '../../protocol/events.ts';
import type { Citizen } from '../chat/actors.ts';
import type { ChatDesk } from '../chat/chat-desk.ts';
import type { MailTranscript } from '../mail/transcripts.ts';
import type { Handlers } from './bind.ts';

/** @param takeStart milliseconds to wait before this address may begin one more conversation, 0 for now */
export function citizenHandlers(
  desk: ChatDesk,
  mailTranscript: MailTranscript,
  citizen: Citizen,
  takeStart: () => number,
): Handlers<typeof citizenRequests> {
  const { citizen: actions, messages, calls } = desk;
  return {
    async 'conversation:start'(request) {
      const retryAfterMs = takeStart();
      if (retryAfterMs > 0) return { answer: { ok: false, code: 'too-many', retryAfterMs } };
      return actions.start(citizen, request);
    },
    'conversation:resume': (request) => actions.resume(citizen, request),
    'conversation:close': (request) => actions.close(citizen, request),
    'conversation:rate': (request) => actions.rate(citizen, request),
    'conversation:sync': (request) => messages.sync(citizen, request),
    'message:send': (request) => messages.send(citizen, request),
    'message:read': (request) => messages.read(citizen, request),
    'typing:set': (request) => messages.typing(citizen, request),
    'call:request': (request) => actions.requestCall(citizen, request),
    'transcript:mail': (request) => mailTranscript(citizen, request),
    'call:join': (request) => calls.join(citizen, request),
    'call:transport': (request) => calls.transport(citizen, request),
    'call:connect': (request) => calls.connect(citizen, request),
    'call:restart-ice': (request) => calls.restartIce(citizen, request),
    'call:produce': (request) => calls.produce(citizen, request),
    'call:consume': (request) => calls.consume(citizen, request),
    'call:start-consumer': (request) => calls.startConsumer(citizen, request),
    'call:pause': (request) => calls.pause(citizen, request),
    'call:end': (request) => calls.end(citizen, request),
  };
}
