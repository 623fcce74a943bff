import type { Acknowledgement } from './codes.ts';
import * as call from './call.ts';
import * as callback from './callback.ts';
import * as consultation from './consultation.ts';
import * as conversation from './conversation.ts';
import * as desk from './desk.ts';
import * as message from './message.ts';
import type { infer as Infer } from 'zod/mini';

/** Namespaces of the Socket.IO server. Operators need a signed-in session; citizens need nothing. */
export const NAMESPACES = { citizen: '/citizen', operator: '/operator' } as const;

/** What both sides of a conversation may ask. The one who asks must belong to the conversation. */
const shared = {
  'conversation:sync': conversation.syncConversation,
  'message:send': message.sendMessage,
  'message:read': message.readMessages,
  'typing:set': message.setTyping,
  'call:join': call.joinCall,
  'call:transport': call.openTransport,
  'call:connect': call.connectTransport,
  'call:restart-ice': call.restartIce,
  'call:produce': call.produce,
  'call:consume': call.consume,
  'call:start-consumer': call.startConsumer,
  'call:pause': call.pauseProducer,
  'call:end': conversation.conversationRef,
} as const;

/** Event -> schema of its request. */
export const citizenRequests = {
  ...shared,
  'conversation:start': conversation.startConversation,
  'conversation:resume': conversation.resumeConversation,
  'conversation:close': conversation.conversationRef,
  'conversation:rate': conversation.rateConversation,
  'call:request': conversation.conversationRef,
  'transcript:mail': conversation.mailTranscript,
} as const;

export const operatorRequests = {
  ...shared,
  'desk:enter': desk.enterDesk,
  'presence:set': desk.setPresence,
  'conversation:accept': desk.acceptConversation,
  'conversation:close': desk.closeAsOperator,
  'conversation:transfer': desk.transferConversation,
  'offer:decline': desk.declineOffer,
  'note:write': desk.writeNote,
  'consultation:open': consultation.openConsultation,
  'consultation:view': consultation.consultationRef,
  'consultation:send': consultation.sendSideMessage,
  /** The colleague asked takes over: only with the kind `transfer`. */
  'consultation:ready': consultation.consultationRef,
  /** The citizen is off hold again. */
  'consultation:end': consultation.consultationRef,
  'callback:list': callback.listCallbacks,
  /** What was said in the conversation that it came out of; nothing where there was none. */
  'callback:thread': callback.callbackRef,
  /** I will do it; a second time gives it back. */
  'callback:take': callback.callbackRef,
  'callback:attempt': callback.logAttempt,
  'callback:answer': callback.answerCallback,
  'callback:close': desk.closeCallback,
  'contact:add': desk.addContact,
  // For supervisors.
  'conversation:listen': desk.listen,
  'conversation:take-over': conversation.conversationRef,
  'conversation:move': desk.transferConversation,
} as const;

/** What a request is answered with when it is not refused; events not listed answer with nothing but `ok`. */
export interface Replies {
  'conversation:start': conversation.StartedConversation;
  'conversation:resume': conversation.StartedConversation;
  'conversation:sync': conversation.ConversationView;
  'conversation:accept': conversation.ConversationView;
  'message:send': { seq: number; at: number };
  'conversation:take-over': conversation.ConversationView;
  /** Empty when the listening ends. */
  'conversation:listen': Partial<conversation.ConversationView>;
  'consultation:open': { consultation: consultation.Consultation };
  'consultation:view': consultation.ConsultationView;
  'consultation:send': { seq: number; at: number };
  'consultation:ready': conversation.ConversationView;
  'callback:list': { callbacks: callback.Callback[] };
  'callback:thread': { messages: message.Message[] };
  'callback:take': { callback: callback.Callback };
  'callback:attempt': { callback: callback.Callback };
  'callback:answer': { callback: callback.Callback };
  'desk:enter': { desk: desk.DeskState };
  'call:join': call.JoinedCall;
  'call:transport': { transport: call.TransportOptions };
  'call:restart-ice': { iceParameters: call.Opaque };
  'call:produce': { producerId: string };
  'call:consume': { consumer: call.ConsumerOptions };
}

export type ReplyTo<Event extends string> = Event extends keyof Replies ? Replies[Event] : object;

type Listeners<Requests extends Record<string, import('zod/mini').ZodMiniType>> = {
  [Event in keyof Requests & string]: (
    request: Infer<Requests[Event]>,
    acknowledge: (answer: Acknowledgement<ReplyTo<Event>>) => void,
  ) => void;
};

/** Socket.IO's typed maps: client to server … */
export type CitizenToServer = Listeners<typeof citizenRequests>;
export type OperatorToServer = Listeners<typeof operatorRequests>;

/** … and server to client: confirmed state only. */
export interface ServerToParticipant {
  /** The conversation's state, whole. */
  'conversation:changed': (state: conversation.ConversationState) => void;
  'message:new': (message: message.Message) => void;
  'typing:changed': (typing: { conversationId: string; from: message.Side; typing: boolean }) => void;
}

export type ServerToCitizen = ServerToParticipant;

export interface ServerToOperator extends ServerToParticipant {
  'desk:changed': (state: desk.DeskState) => void;
  'side-message:new': (message: consultation.SideMessage) => void;
  /** Something in the list of callbacks is different: whoever shows it asks for it again. */
  'callbacks:changed': () => void;
}
