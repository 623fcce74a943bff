import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../../widget/core/clock.ts';

/** Redraws its element from time to time, or does something else: waiting times grow although nothing happens. */
export class Tick implements ReactiveController {
  readonly #clock: () => Clock | undefined;
  readonly #everyMs: number;
  readonly #act: () => void;
  #stop: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    clock: () => Clock | undefined,
    everyMs: number,
    act = () => host.requestUpdate(),
  ) {
    this.#clock = clock;
    this.#everyMs = everyMs;
    this.#act = act;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#stop === undefined) this.#wind();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #wind(): void {
    this.#stop = this.#clock()?.after(this.#everyMs, () => {
      this.#wind();
      this.#act();
    });
  }
}
