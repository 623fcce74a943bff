import { browserClock, openDrawer } from './io/browser.ts';
import { createTokenKeeper } from './core/token.ts';
import { createMemoryDrawer } from './core/storage.ts';
import { SportelloWidget, type Inside, type Surroundings } from './sportello-widget.ts';

// Kept in a variable: written in one piece with `new URL`, the bundler would take it for a file to bundle.
const script = import.meta.url;

/** `<sportello-widget>`: all that a page loads before the first click. */
class Widget extends SportelloWidget {
  /** The script is served as `<server>/widget/sportello.js`. */
  protected override readonly home = new URL('../', script);

  protected override isOngoing(): boolean {
    const shared = openDrawer('localStorage');
    return createTokenKeeper({ shared, own: createMemoryDrawer(), clock: browserClock }).read() !== null;
  }

  protected override async compose(surroundings: Surroundings): Promise<Inside> {
    const { compose } = await import('./composition.ts');
    return compose(surroundings);
  }
}

// The same script loaded twice, say under two addresses, is one widget.
if (!customElements.get('sportello-widget')) customElements.define('sportello-widget', Widget);

export type { SportelloWidget };

declare global {
  interface HTMLElementTagNameMap {
    'sportello-widget': SportelloWidget;
  }
}
