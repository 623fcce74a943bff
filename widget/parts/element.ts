import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { I18n } from '../core/i18n.ts';
import { Observe } from './observe.ts';

/** What every part and view stands on: words, and a redraw when the language changes. */
export abstract class SportelloElement extends LitElement {
  static override properties: PropertyDeclarations = { i18n: { attribute: false } };

  declare i18n: I18n;

  constructor() {
    super();
    new Observe(this, () => this.i18n);
  }

  protected t(key: string, params?: Record<string, string | number>): string {
    return this.i18n.t(key, params);
  }

  /** Nothing here; optional, so that a part may call it without arguments. */
  protected override willUpdate(_changed?: PropertyValues): void {}

  /** Without words there is nothing to draw yet. */
  protected override shouldUpdate(): boolean {
    return this.i18n !== undefined;
  }
}

/** Defining twice throws: a page may well load two copies of a part. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
