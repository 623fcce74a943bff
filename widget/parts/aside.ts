import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isCovered } from './covered.ts';

/**
 * The launcher must never hide what has the focus (WCAG 2.4.11): while the page's focus is under it, it steps to the
 * other side.
 */
export class Aside implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #cover: () => Element | null;

  constructor(host: ReactiveControllerHost & HTMLElement, cover: () => Element | null) {
    this.#host = host;
    this.#cover = cover;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('focusin', this.#handleFocus);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this.#handleFocus);
  }

  #handleFocus = ({ target }: FocusEvent): void => {
    if (target === this.#host) return;
    this.#host.removeAttribute('aside');
    // The browser scrolls what gets the focus into view first.
    requestAnimationFrame(() => {
      const cover = this.#cover();
      const covered = cover !== null && target instanceof Element && isCovered(target, cover);
      this.#host.toggleAttribute('aside', covered);
    });
  };
}
