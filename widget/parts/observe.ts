import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable, Unsubscribe } from '../core/observable.ts';

/** Redraws its element whenever what it looks at changes. `source` may give another observable, or none, over time. */
export class Observe<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => Observable<Value> | undefined;
  #seen: Observable<Value> | undefined;
  #forget: Unsubscribe | undefined;

  constructor(host: ReactiveControllerHost, source: () => Observable<Value> | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get value(): Value | undefined {
    return this.#source()?.value;
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
