import { LitElement, type PropertyDeclarations } from 'lit';
import type { I18n } from '../core/i18n.ts';
import type { Unsubscribe } from '../core/observable.ts';

/** What every part and view stands on: words, and a redraw when the language changes. */
export abstract class SportelloElement extends LitElement {
  static override properties: PropertyDeclarations = { i18n: { attribute: false } };

  declare i18n: I18n;

  #heard: I18n | undefined;
  #forget: Unsubscribe | undefined;

  protected t(key: string, params?: Record<string, string | number>): string {
    return this.i18n.t(key, params);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
    this.#forget = this.#heard = undefined;
  }

  /** Without words there is nothing to draw yet. */
  protected override shouldUpdate(): boolean {
    return this.i18n !== undefined;
  }

  protected override willUpdate(): void {
    this.#listen();
  }

  #listen(): void {
    if (!this.i18n || this.#heard === this.i18n) return;
    this.#forget?.();
    this.#heard = this.i18n;
    this.#forget = this.i18n.subscribe(() => this.requestUpdate());
  }
}

/** Defining twice throws: a page may well load two copies of a part. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
