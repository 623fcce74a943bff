import type { Context } from '../../protocol/conversation.ts';
import { findEmergency } from '../../widget/search/emergency.ts';
import { tokenise } from '../../widget/search/tokens.ts';

/** Whether something the citizen searched before asking for a person was an emergency, by the widget's own rules. */
export function seemsEmergency({ searches }: Pick<Context, 'searches'>): boolean {
  return searches.some((search) => findEmergency(tokenise(search)) !== null);
}
