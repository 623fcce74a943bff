import type { operatorRequests } from '../../protocol/events.ts';
import type { Operator } from '../chat/actors.ts';
import type { ChatDesk } from '../chat/chat-desk.ts';
import { refused, type Reply } from '../chat/reply.ts';
import type { Handlers } from './bind.ts';

async function notYet(): Promise<Reply<never>> {
  return refused('unavailable');
}

export function operatorHandlers(desk: ChatDesk, operator: Operator): Handlers<typeof operatorRequests> {
  const { operator: actions, messages, calls } = desk;
  return {
    'desk:enter': () => actions.enter(operator),
    'presence:set': (request) => actions.setPresence(operator, request),
    'conversation:accept': (request) => actions.accept(operator, request),
    'conversation:close': (request) => actions.close(operator, request),
    'conversation:sync': (request) => messages.sync(operator, request),
    'message:send': (request) => messages.send(operator, request),
    'message:read': (request) => messages.read(operator, request),
    'typing:set': (request) => messages.typing(operator, request),
    'conversation:transfer': notYet,
    'offer:decline': (request) => actions.decline(operator, request),
    'note:write': notYet,
    'consultation:open': notYet,
    'consultation:view': notYet,
    'consultation:send': notYet,
    'consultation:ready': notYet,
    'consultation:end': notYet,
    'callback:list': notYet,
    'callback:take': notYet,
    'callback:attempt': notYet,
    'callback:answer': notYet,
    'callback:close': notYet,
    'contact:add': notYet,
    'conversation:listen': notYet,
    'conversation:take-over': notYet,
    'conversation:move': notYet,
    'call:join': (request) => calls.join(operator, request),
    'call:transport': (request) => calls.transport(operator, request),
    'call:connect': (request) => calls.connect(operator, request),
    'call:restart-ice': (request) => calls.restartIce(operator, request),
    'call:produce': (request) => calls.produce(operator, request),
    'call:consume': (request) => calls.consume(operator, request),
    'call:start-consumer': (request) => calls.startConsumer(operator, request),
    'call:pause': (request) => calls.pause(operator, request),
    'call:end': (request) => calls.end(operator, request),
  };
}
