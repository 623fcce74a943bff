/** What the parts of a call tell their surroundings. They bubble and cross shadow roots. */
abstract class CallPartEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The check is over: the person wants the call, with or without a camera. */
export class CallReadyEvent extends CallPartEvent {
  static readonly type = 'sportello-call-ready';
  constructor() {
    super(CallReadyEvent.type);
  }
}

/** The person would rather write. */
export class CallWriteEvent extends CallPartEvent {
  static readonly type = 'sportello-call-write';
  constructor() {
    super(CallWriteEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'sportello-call-ready': CallReadyEvent;
    'sportello-call-write': CallWriteEvent;
  }
}
