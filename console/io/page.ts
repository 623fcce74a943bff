import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { SettingsModel } from '../core/settings.ts';

/** Whether the page can be seen; for as long as the page lives. */
export function watchVisibility(): Observable<boolean> {
  const isVisible = (): boolean => document.visibilityState === 'visible';
  const visible = createObservable(isVisible());
  document.addEventListener('visibilitychange', () => visible.set(isVisible()));
  return visible;
}

/** Whether this device has a network; for as long as the page lives. */
export function watchNetwork(): Observable<boolean> {
  const online = createObservable(navigator.onLine);
  for (const event of ['online', 'offline']) addEventListener(event, () => online.set(navigator.onLine));
  return online;
}

const icons = {
  calm: new URL('../favicon.svg', import.meta.url).href,
  waiting: new URL('../favicon-waiting.svg', import.meta.url).href,
};

/** The title and the icon of the tab: seen while another page is being read. */
export function showAttention(title: string, waiting: boolean): void {
  document.title = title;
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const href = waiting ? icons.waiting : icons.calm;
  if (icon && icon.href !== href) icon.href = href;
}

/** Look and language belong to the whole page: `color-scheme` reaches every part from there. */
export function dressPage({ theme, language }: Pick<SettingsModel, 'theme' | 'language'>): void {
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = language;
}
