import type { ServerToCitizen, ServerToOperator } from '../../protocol/events.ts';

type Payload<Events, Event extends keyof Events> = Events[Event] extends (payload: infer Value) => void ? Value : never;

/** How the desk reaches those who are connected. Who is not here hears it when coming back. */
export interface Voice {
  /** To all connections of a conversation's citizen, except one: the sender has the acknowledgement. */
  toCitizen<Event extends keyof ServerToCitizen>(
    conversationId: string,
    event: Event,
    payload: Payload<ServerToCitizen, Event>,
    except?: string,
  ): void;
  toOperator<Event extends keyof ServerToOperator>(
    operatorId: string,
    event: Event,
    payload: Payload<ServerToOperator, Event>,
    except?: string,
  ): void;
}
