import type { Service } from '../../protocol/conversation.ts';
import type { ServiceState } from '../../protocol/status.ts';
import { openingAt } from '../desk/calendar.ts';
import { isStaffing, whyNotAccept } from '../desk/routing.ts';
import { serviceState } from '../desk/service-state.ts';
import type { Floor } from './floor.ts';
import { loadOf } from './load.ts';

/** What a citizen is told about a service before choosing it. */
export function serviceNow(floor: Floor, service: Service): ServiceState {
  const { roster, operators, line, calls, settings, now } = floor;
  const { chatsAtOnce } = settings().queue;
  const present = [...roster.values()].filter(({ id }) => operators.isHere(id));
  const staffing = present.filter((operator) => isStaffing(operator, service));
  const { position, estimateMs } = line.placeOf({ id: '', service });
  return serviceState({
    opening: openingAt(settings(), service, now()),
    possible: service === 'chat' || calls.available(),
    waiting: position - 1,
    staffed: staffing.length > 0,
    free: staffing.some((operator) => !whyNotAccept(loadOf(floor, operator), service, chatsAtOnce)),
    estimateMs,
  });
}
