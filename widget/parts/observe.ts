import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Unsubscribe } from '../core/observable.ts';

/** Anything that tells when it changes. */
interface Source {
  subscribe(listener: () => void): Unsubscribe;
}

/** Redraws its element whenever what it looks at changes. `source` may give another one, or none, over time. */
export class Observe implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => Source | undefined;
  #seen: Source | undefined;
  #forget: Unsubscribe | undefined;

  constructor(host: ReactiveControllerHost, source: () => Source | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#look();
  }

  hostUpdate(): void {
    this.#look();
  }

  hostDisconnected(): void {
    this.#forget?.();
    this.#seen = this.#forget = undefined;
  }

  #look(): void {
    const source = this.#source();
    if (source === this.#seen) return;
    this.#forget?.();
    this.#seen = source;
    this.#forget = source?.subscribe(() => this.#host.requestUpdate());
  }
}
