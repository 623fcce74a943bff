import type { Callback } from '../../../../protocol/callback.ts';
import type { CallbackDesk } from '../../../../server/callbacks/callback-desk.ts';
import type { ChatDesk } from '../../../../server/chat/chat-desk.ts';
import type { DeskSettings } from '../../../../server/desk/settings.ts';
import type { ByHand } from './by-hand.ts';
import type { CitizenActor } from './citizen.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What everybody who acts in the day has at hand. */
export interface World {
  desk: ChatDesk;
  callbacks: CallbackDesk;
  settings: DeskSettings;
  byHand: ByHand;
  time: VirtualTime;
  random: Random;
  ledger: Ledger;
  /** By conversation: who hears what the desk says to its citizen. */
  citizens: Map<string, CitizenActor>;
  /** Promises that nobody has looked after yet, the one due first at the end; they are looked up once a day. */
  toKeep: { day: string; callbacks: Callback[] };
}
