import type { CallView } from '../core/call-client.ts';
import type { CallFailure, CallPhase } from '../core/call-state.ts';
import type { I18n } from '../core/i18n.ts';

/** Where the call stands, in a few words; empty while all is well. */
export function describeState({ phase, line }: CallView<unknown>, { t }: I18n): string {
  switch (phase.name) {
    case 'idle':
    case 'checking':
    case 'waiting':
    case 'failed':
      return '';
    case 'joining':
      return t('call.state.joining');
    case 'live':
      return line === 'weak' || line === 'poor' ? t(`call.state.${line}`) : '';
    case 'recovering':
      return t(phase.cause === 'network' ? 'call.state.network' : 'call.state.recovering');
    case 'ended':
      return t('call.state.ended');
    default:
      return unreachable(phase);
  }
}

/** What went wrong, and what to do. */
export function describeFailure(code: CallFailure, { t }: I18n): { what: string; next: string } {
  const key = code === 'media-error' || code === 'unsupported' ? `call.failed.${code}` : `trouble.${code}`;
  return { what: t(`${key}.what`), next: t(`${key}.next`) };
}

function unreachable(phase: never): never {
  throw new Error(`no such phase: ${JSON.stringify(phase satisfies CallPhase)}`);
}
