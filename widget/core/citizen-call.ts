import type { ConversationState } from '../../protocol/conversation.ts';
import type { CallClient } from './call-client.ts';
import type { CitizenDesk } from './citizen-session.ts';
import { inCall } from './in-call.ts';
import { createObservable, type Observable } from './observable.ts';
import type { CitizenWire } from './wire.ts';

/** The citizen's part in calls: null until there is a reason for one. */
export interface CitizenCall<Track> extends Observable<CallClient<Track> | null> {
  /** For the look at oneself before a call. Undefined when its code cannot be fetched. */
  prepare(): Promise<CallClient<Track> | undefined>;
  /** Whether the conversation is on screen: without it no call is entered, and camera and microphone rest. */
  attend(looking: boolean): void;
  /** Idempotent. */
  close(): void;
}

export interface CitizenCallOptions<Track> {
  citizen: Pick<CitizenDesk, 'model' | 'line'>;
  /** Fetches the call's code and makes the client. */
  make: (wire: CitizenWire) => Promise<CallClient<Track>>;
}

/** Makes the call client when it is needed, tells it every confirmed state, and ends it with the conversation. */
export function createCitizenCall<Track>({ citizen, make }: CitizenCallOptions<Track>): CitizenCall<Track> {
  const client = createObservable<CallClient<Track> | null>(null);
  let making: Promise<CallClient<Track> | undefined> | undefined;
  let looking = false;

  async function create(): Promise<CallClient<Track> | undefined> {
    try {
      const wire = await citizen.line();
      const made = wire && (await make(wire));
      if (made) client.set(made);
      return made;
    } catch {
      return undefined;
    } finally {
      making = undefined;
    }
  }

  function prepare(): Promise<CallClient<Track> | undefined> {
    if (client.value) return Promise.resolve(client.value);
    making ??= create();
    return making;
  }

  function follow(): void {
    const model = citizen.model.value;
    // No conversation any more: nothing of its calls stays, least of all a camera.
    if (!model) drop();
    else if (client.value) tell(client.value, model.state);
    else if (model.state.call && looking) void prepare().then(() => client.value && follow());
  }

  /** A call that nobody looks at is not entered; one that was entered goes on, seen and heard by nobody. */
  function tell(made: CallClient<Track>, state: ConversationState): void {
    made.attend(looking);
    if (looking || !state.call || inCall(made.value.phase)) made.follow(state);
  }

  function drop(): void {
    client.value?.close();
    client.set(null);
  }

  const forget = citizen.model.subscribe(follow);

  return {
    get value() {
      return client.value;
    },
    subscribe: client.subscribe,
    prepare,
    attend(now) {
      looking = now;
      if (citizen.model.value) follow();
    },
    close() {
      forget();
      drop();
    },
  };
}
