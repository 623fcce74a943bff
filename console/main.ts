import { createCallClient } from '../widget/core/call-client.ts';
import { createI18n } from '../widget/core/i18n.ts';
import { createApi } from '../widget/io/api.ts';
import { fetchWhole } from '../widget/io/whole-knowledge.ts';
import { browserClock, newId, openDrawer } from '../widget/io/browser.ts';
import { createCallMedia } from '../widget/io/call-media.ts';
import { createDevices } from '../widget/io/devices.ts';
import { createWire } from '../widget/io/socket.ts';
import { createApp } from './core/app.ts';
import { firstColumns } from './core/columns.ts';
import { createServerClock } from './core/server-clock.ts';
import { createSettings } from './core/settings.ts';
import { ownDrawer } from './core/own-drawer.ts';
import { createAttachings } from './io/attachings.ts';
import { createChime } from './io/chime.ts';
import { askJson } from './io/ask-json.ts';
import { dressPage, showAttention, watchNetwork, watchVisibility } from './io/page.ts';
import { createPeopleApi } from './io/people-api.ts';
import { createSessionApi } from './io/session-api.ts';
import { words } from './locales/words.ts';
import './sportello-console.ts';

/** The page's edge: the browser's ports in, one element on screen. */
async function main(): Promise<void> {
  const server = new URL('..', document.baseURI);
  const api = createApi(server);
  const clock = createServerClock(browserClock);
  const settings = createSettings(ownDrawer(openDrawer('localStorage')), {
    language: navigator.language.startsWith('it') ? 'it' : 'en',
    columns: firstColumns(innerWidth),
  });
  const i18n = await createI18n({ lang: settings.value.language, resources: words });
  const media = createCallMedia();
  const devices = createDevices();

  const app = createApp<MediaStreamTrack>({
    i18n,
    clock,
    newId,
    api: createSessionApi(server),
    settings,
    drawer: ownDrawer(openDrawer('sessionStorage')),
    visible: watchVisibility(),
    online: watchNetwork(),
    fetchOverview: () => askJson(new URL('api/editors/overview', server), 'GET'),
    connect: () => createWire({ url: server, namespace: '/operator' }),
    people: createPeopleApi(server),
    fetchKnowledge: (language) => fetchWhole(api, language),
    fetchDueAt: () =>
      api.status().then(
        ({ message }) => message.dueAt,
        () => null,
      ),
    attaching: createAttachings(server),
    createCall: (wire) => createCallClient({ wire, media, devices, clock, side: 'operator' }),
    chime: createChime(),
  });

  dressPage(settings.value);
  settings.subscribe(() => dressPage(settings.value));
  // Without it waiting times are as right as this computer's clock.
  api.status().then(
    ({ now }) => clock.learn(now),
    () => {},
  );

  const element = document.querySelector('sportello-console');
  if (element) Object.assign(element, { i18n, app, onAttention: showAttention });
  await app.start();
}

void main();
