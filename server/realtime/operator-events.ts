import type { operatorRequests } from '../../protocol/events.ts';
import type { CallbackActions } from '../callbacks/callback-actions.ts';
import type { Operator } from '../chat/actors.ts';
import type { ChatDesk } from '../chat/chat-desk.ts';
import type { Handlers } from './bind.ts';

export function operatorHandlers(
  desk: ChatDesk,
  callbacks: CallbackActions,
  operator: Operator,
): Handlers<typeof operatorRequests> {
  const { operator: actions, messages, calls, transfers, consultations, cases, supervisors } = desk;
  return {
    'desk:enter': () => actions.enter(operator),
    'presence:set': (request) => actions.setPresence(operator, request),
    'conversation:accept': (request) => actions.accept(operator, request),
    'conversation:close': (request) => actions.close(operator, request),
    'conversation:sync': (request) => messages.sync(operator, request),
    'message:send': (request) => messages.send(operator, request),
    'message:read': (request) => messages.read(operator, request),
    'typing:set': (request) => messages.typing(operator, request),
    'conversation:transfer': (request) => transfers.transfer(operator, request),
    'offer:decline': (request) => actions.decline(operator, request),
    'note:write': (request) => cases.note(operator, request),
    'consultation:open': (request) => consultations.open(operator, request),
    'consultation:view': (request) => consultations.view(operator, request),
    'consultation:send': (request) => consultations.send(operator, request),
    'consultation:ready': (request) => consultations.ready(operator, request),
    'consultation:end': (request) => consultations.end(operator, request),
    'callback:list': (request) => callbacks.list(request),
    'callback:thread': (request) => callbacks.thread(request),
    'callback:take': (request) => callbacks.take(operator, request),
    'callback:attempt': (request) => callbacks.attempt(operator, request),
    'callback:answer': (request) => callbacks.answer(operator, request),
    'callback:close': (request) => callbacks.close(operator, request),
    'contact:add': (request) => cases.addContact(operator, request),
    'conversation:listen': (request) => supervisors.listen(operator, request),
    'conversation:take-over': (request) => supervisors.takeOver(operator, request),
    'conversation:move': (request) => supervisors.move(operator, request),
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
