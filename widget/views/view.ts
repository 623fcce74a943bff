import { css, type PropertyDeclarations } from 'lit';
import type { Observable } from '../core/observable.ts';
import { SportelloElement } from '../parts/element.ts';
import { Observe } from '../parts/observe.ts';
import { base, buttons, fields, notices } from '../parts/theme.ts';
import type { Counter } from './counter.ts';

/** What all views share: the counter, and a heading where reading begins. */
export abstract class View extends SportelloElement {
  static override properties: PropertyDeclarations = { counter: { attribute: false } };

  declare counter: Counter;

  /** Redraws when what is looked at changes; the counter is there by the time it is asked. */
  protected watch(source: (counter: Counter) => Observable<unknown> | undefined): void {
    new Observe(this, () => this.counter && source(this.counter));
  }

  protected override shouldUpdate(): boolean {
    return super.shouldUpdate() && this.counter !== undefined;
  }

  /** To the heading: a reader then begins where the eye does. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus(options));
  }
}

/** The common styles of views: a column that scrolls, lists of things to choose. */
export const viewStyles = [
  base,
  buttons,
  fields,
  notices,
  css`
    :host {
      position: relative;
      display: block;
      height: 100%;
      overflow-y: auto;
      overscroll-behavior: contain;
      padding: 16px 16px 32px;
    }

    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
    }

    /* The place readers are told from is there before the notices are, and takes no room until then. */
    .notices:not(:has(*)) {
      position: absolute;
    }

    h2 {
      font-size: 1.375em;
    }

    /* The focus is put there for readers; nothing can be pressed, so there is nothing to point at. */
    [tabindex='-1']:focus-visible {
      outline: none;
      box-shadow: none;
    }

    h3 {
      margin-bottom: 8px;
      font-size: 1.125em;
    }

    .quiet-text {
      color: var(--sportello-text-quiet);
      font-size: 0.9375em;
    }

    .choices {
      padding: 0;
      list-style: none;
    }

    .choices > li {
      border-bottom: 1px solid var(--sportello-border);
    }

    .choices > li:first-child {
      border-top: 1px solid var(--sportello-border);
    }

    .choice {
      display: flex;
      align-items: center;
      gap: 12px;
      width: 100%;
      min-height: 48px;
      padding: 12px 4px;
      border: 0;
      border-radius: 2px;
      background: none;
      color: var(--sportello-primary);
      font-weight: 600;
      line-height: 1.35;
      text-align: start;
      cursor: pointer;
    }

    .choice:hover {
      background: var(--sportello-tint);
      color: var(--sportello-primary-strong);
    }

    .choice > span {
      flex: 1;
      min-width: 0;
    }

    .choice svg {
      width: 1.125em;
      height: 1.125em;
    }

    .choice small {
      display: block;
      color: var(--sportello-text-quiet);
      font-size: 0.875em;
      font-weight: 400;
    }

    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
];
