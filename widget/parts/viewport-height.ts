import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Beyond this the page is zoomed by hand, and the smaller viewport is wanted. */
const UNZOOMED = 1.05;

/** Keeps `--viewport-height` and `--viewport-top` on an element, so that a phone's keyboard never covers its foot. */
export class ViewportHeight implements ReactiveController {
  readonly #element: () => HTMLElement | null;

  constructor(host: ReactiveControllerHost, element: () => HTMLElement | null) {
    this.#element = element;
    host.addController(this);
  }

  hostConnected(): void {
    window.visualViewport?.addEventListener('resize', this.#measure);
    window.visualViewport?.addEventListener('scroll', this.#measure);
  }

  hostDisconnected(): void {
    window.visualViewport?.removeEventListener('resize', this.#measure);
    window.visualViewport?.removeEventListener('scroll', this.#measure);
  }

  #measure = (): void => {
    const view = window.visualViewport;
    const style = this.#element()?.style;
    if (!view || !style || view.scale > UNZOOMED) return;
    style.setProperty('--viewport-height', `${view.height}px`);
    style.setProperty('--viewport-top', `${view.offsetTop}px`);
  };
}
