import type { Logger } from 'pino';
import type { CallbackCounts } from '../../protocol/callback.ts';
import { dueAt } from '../desk/due.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Post } from '../mail/post.ts';
import type { Store } from '../store/store.ts';
import { createCallbackActions, type CallbackActions } from './callback-actions.ts';
import { openCallbackBoard } from './callback-board.ts';
import { createMessageBox, type LeaveWaiting, type MessageBox } from './message-box.ts';

/** Promises: taken from citizens, kept by operators. */
export interface CallbackDesk {
  leave: MessageBox;
  actions: CallbackActions;
  counts(): CallbackCounts;
  /** If a message were left now: until when it would be answered. Epoch ms. */
  dueAt(): number;
  /** A promise was stored elsewhere: when a conversation ended with one. */
  changed(): Promise<void>;
  /** Idempotent. */
  close(): void;
}

export interface CallbackDeskOptions {
  store: Store;
  post: Post;
  settings: () => DeskSettings;
  leaveWaiting: LeaveWaiting;
  /** Every operator is to know that the list is different. */
  onChange: () => void;
  now: () => number;
  log: Logger;
}

export async function openCallbackDesk(options: CallbackDeskOptions): Promise<CallbackDesk> {
  const board = await openCallbackBoard(options);
  const parts = { ...options, changed: board.changed };
  return {
    leave: createMessageBox(parts),
    actions: createCallbackActions(parts),
    counts: board.counts,
    dueAt: () => dueAt(options.settings(), options.now()),
    changed: board.changed,
    close: board.close,
  };
}
