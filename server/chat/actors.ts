import type { Account } from '../../protocol/account.ts';

/** One connection of a citizen. It belongs to no conversation until it has started or resumed one. */
export interface Citizen {
  side: 'citizen';
  connectionId: string;
  conversationId: string | null;
  /**
   * From now on the connection belongs to this conversation and hears what happens in it.
   * @returns false when the connection is gone by now
   */
  attach(conversationId: string): boolean;
}

/** One connection of a signed-in operator. */
export interface Operator {
  side: 'operator';
  connectionId: string;
  account: Account;
}

export type Actor = Citizen | Operator;
