import type { Message } from '../../protocol/message.ts';
import type { Conversation } from './conversation-model.ts';

/**
 * What the log says of the call. A call lives in memory and in the media server, the log on disk: after a stop the log
 * is what both sides believe.
 * `on`: it has begun; `due`: it was to begin; `off`: there is none.
 */
export type CallInLog = 'on' | 'due' | 'off';

export function callInLog({ service, phase }: Pick<Conversation, 'service' | 'phase'>, log: readonly Message[]) {
  if (phase.name !== 'live') return 'off';
  return log.reduce<CallInLog>((before, message) => {
    if (message.kind === 'text') return before;
    switch (message.event) {
      case 'call-started':
        return 'on';
      case 'call-requested':
        return before === 'on' ? 'on' : 'due';
      case 'operator-joined':
        return service === 'lis' ? 'due' : 'off';
      case 'handed-over':
        return service === 'lis' || before !== 'off' ? 'due' : 'off';
      case 'operator-lost':
      case 'transferring':
      case 'transfer-failed':
      case 'call-ended':
      case 'message-left':
      case 'closed':
        return 'off';
      case 'on-hold':
      case 'off-hold':
        return before;
      default:
        return unreachable(message.event);
    }
  }, 'off');
}

function unreachable(event: never): never {
  throw new Error(`no such event: ${String(event)}`);
}
