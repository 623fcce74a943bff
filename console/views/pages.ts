import { html, type TemplateResult } from 'lit';
import type { I18n } from '../../widget/core/i18n.ts';
import type { App } from '../core/app.ts';
import type { Desk } from '../core/desk.ts';
import type { PagePlace } from '../core/places.ts';

/** What a page is given. */
export interface PageContext {
  i18n: I18n;
  app: App<MediaStreamTrack>;
  /** Null for who has no desk. */
  desk: Desk<MediaStreamTrack> | null;
}

/** A page beside the desk: fetched when it is first gone to, so that the desk is there sooner. */
export interface Page {
  load(): Promise<unknown>;
  /** Its one element, marked `data-page`, whose `focus()` goes to its heading. */
  draw(context: PageContext): TemplateResult | null;
}

export const pages: Record<PagePlace, Page> = {
  callbacks: {
    load: () => import('./callbacks/callbacks-page.ts'),
    draw: ({ i18n, app, desk }) =>
      app.pages.value &&
      desk &&
      html`<console-callbacks
        data-page
        .i18n=${i18n}
        .app=${app}
        .desk=${desk}
        .callbacks=${app.pages.value.callbacks}
      ></console-callbacks>`,
  },
  floor: {
    load: () => import('./floor/floor-page.ts'),
    draw: ({ i18n, app, desk }) =>
      app.pages.value &&
      desk &&
      html`<console-floor data-page .i18n=${i18n} .app=${app} .desk=${desk} .pages=${app.pages.value}></console-floor>`,
  },
  contacts: {
    load: () => import('./contacts/contacts-page.ts'),
    draw: ({ i18n, app, desk }) =>
      app.pages.value &&
      desk &&
      html`<console-contacts
        data-page
        .i18n=${i18n}
        .app=${app}
        .desk=${desk}
        .contacts=${app.pages.value.contacts}
      ></console-contacts>`,
  },
  people: {
    load: () => import('./people/people-page.ts'),
    draw: ({ i18n, app }) => html`<console-people data-page .i18n=${i18n} .app=${app}></console-people>`,
  },
  editors: {
    load: () => import('./editors/editors-page.ts'),
    draw: ({ i18n, app }) =>
      app.editors.value &&
      html`<console-editors
        data-page
        .i18n=${i18n}
        .editors=${app.editors.value}
        .online=${app.online}
      ></console-editors>`,
  },
};
