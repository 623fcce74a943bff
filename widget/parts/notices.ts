import { css, html } from 'lit';
import type { Notice } from '../../protocol/notice.ts';
import { dayNumber, formatDay, formatHour, isDeskMidnight } from '../core/format.ts';
import { drawBlocks } from './blocks.ts';
import { define, SportelloElement } from './element.ts';
import { base, notices } from './theme.ts';

/** What holds for a time, with how long. Its place on the screen has the role that tells readers of it. */
export class NoticeList extends SportelloElement {
  static override styles = [
    base,
    notices,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      .until {
        color: var(--sportello-text-quiet);
        font-size: 0.9375em;
      }

      p + p,
      p + ul,
      ul + p {
        margin-top: 4px;
      }
    `,
  ];
  static override properties = { notices: { attribute: false }, now: { attribute: false } };

  declare notices: readonly Notice[];
  /** Epoch milliseconds, the server's clock. */
  declare now: number;

  constructor() {
    super();
    this.notices = [];
    this.now = 0;
  }

  protected override render() {
    return this.notices.map((notice) => this.#notice(notice));
  }

  #notice({ text, until }: Notice) {
    const lang = this.i18n.lang === 'en' && text.en ? 'en' : 'it';
    return html`<div class="notice warning">
      <p><strong>${this.t('notice.title')}</strong></p>
      <div lang=${lang}>${drawBlocks(text[lang] ?? text.it, this.i18n)}</div>
      <p class="until">${this.#until(until)}</p>
    </div>`;
  }

  #until(until: number): string {
    if (isDeskMidnight(until)) return this.#untilEndOf(until - 1);
    const time = formatHour(until, this.i18n);
    if (dayNumber(until) === dayNumber(this.now)) return this.t('notice.untilToday', { time });
    return this.t('notice.until', { day: formatDay(until, this.now, this.i18n), time });
  }

  #untilEndOf(lastDay: number): string {
    if (dayNumber(lastDay) === dayNumber(this.now)) return this.t('notice.allToday');
    return this.t('notice.untilEnd', { day: formatDay(lastDay, this.now, this.i18n) });
  }
}

define('sportello-notices', NoticeList);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-notices': NoticeList;
  }
}
