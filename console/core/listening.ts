import type { ConversationView } from '../../protocol/conversation.ts';
import {
  isBehind,
  openModel,
  reduceConversation,
  type ConversationChange,
  type ConversationModel,
} from '../../widget/core/conversation-state.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Answer, OperatorWire, Trouble } from '../../widget/core/wire.ts';

/** Where reading along stands. */
export type ListeningModel =
  | { name: 'opening' }
  | { name: 'failed'; code: Trouble }
  /** `over`: the conversation has ended, or it is mine or waiting now. */
  | { name: 'reading'; conversation: ConversationModel; over: boolean };

/** Reading along in somebody else's conversation; its operator sees who does. */
export interface Listening extends Observable<ListeningModel> {
  readonly conversationId: string;
  /** Idempotent; the operator is told. */
  close(): void;
}

export function createListening(wire: OperatorWire, conversationId: string): Listening {
  const model = createObservable<ListeningModel>({ name: 'opening' });
  let closed = false;

  async function listen(): Promise<void> {
    const answer = await wire.request('conversation:listen', { conversationId, listening: true });
    if (closed) return;
    if (isView(answer)) return model.set(reading(openModel('operator', answer)));
    // Silence is mended by the next connection.
    if (!answer.ok && model.value.name === 'opening') model.set({ name: 'failed', code: answer.code });
  }

  function follow(change: ConversationChange): void {
    const { value } = model;
    if (value.name !== 'reading') return;
    const next = reading(reduceConversation(value.conversation, change));
    model.set(next);
    // Something was missed: the whole of it comes anew.
    if (change.type === 'message' && isBehind(next.conversation)) void listen();
  }

  const releases = [
    wire.on('message:new', (message) => {
      if (message.conversationId === conversationId) follow({ type: 'message', message });
    }),
    wire.on('conversation:changed', (state) => {
      if (state.id === conversationId) follow({ type: 'state', state });
    }),
    wire.onConnection(({ name }) => name === 'connected' && void listen()),
  ];
  void listen();

  return {
    conversationId,
    get value() {
      return model.value;
    },
    subscribe: model.subscribe,
    close() {
      if (closed) return;
      closed = true;
      for (const release of releases) release();
      void wire.request('conversation:listen', { conversationId, listening: false });
    },
  };
}

const isView = (answer: Answer<Partial<ConversationView>>): answer is Answer<ConversationView> & { ok: true } =>
  answer.ok && answer.conversation !== undefined && answer.messages !== undefined;

const reading = (conversation: ConversationModel): ListeningModel & { name: 'reading' } => ({
  name: 'reading',
  conversation,
  over: conversation.state.phase.name !== 'live',
});
