import { setViewport } from '@web/test-runner-commands';
import type { ConversationState } from '../../../protocol/conversation.ts';
import { conversation, desk } from '../../core/console/fixtures.ts';
import {
  accessible,
  all,
  equal,
  expectAccessible,
  focused,
  one,
  openConsole,
  press,
  settled,
  textOf,
  type,
  typed,
  withText,
  type ShownConsole,
} from './kit.ts';

const anna = conversation('conv-anna', {
  citizenName: 'Anna',
  context: { searches: ['disdire visita'], articles: ['visita-disdire', 'sparito'] },
});
const bruno = conversation('conv-bruno', { citizenName: 'Bruno', startedAt: 2000 });

const readSoFar = ({ asked }: ShownConsole): unknown[] =>
  asked.filter(({ event }) => event === 'message:read').map(({ payload }) => payload['conversationId']);
const withCall = (state: ConversationState): ConversationState => ({
  ...state,
  call: { id: 'call-0001', epoch: 1, startedAt: 1, ready: true, streams: [] },
});

describe('a conversation in the console', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  it('shows who it is, what they searched and read, and has nothing that axe finds wrong', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    shown.say('conv-anna', 'Buongiorno');
    await settled();
    await accessible('heading', 'Anna');
    await accessible('button', 'Cerca «disdire visita» negli articoli');
    await accessible('button', 'Come disdico una visita prenotata?');
    await accessible('log', 'Messaggi');
    equal(textOf(withText('section', 'Ha letto')).includes('Articolo non più pubblicato'), true);
    await expectAccessible(shown.element);
  });

  it('QU-53 keeps several side by side: one key each, a draft each, a count for what is unread', async () => {
    const shown = await openConsole({ state: desk([anna, bruno]) });
    await press('Alt+1');
    await type('Buongiorno Anna');
    await press('Alt+2');
    equal(typed(), '');
    await type('Salve');
    shown.say('conv-anna', 'Ci sei?');
    shown.say('conv-anna', 'Vorrei disdire.');
    await settled();
    await accessible('button', /Anna.*2 messaggi da leggere.*/);
    equal(shown.titles.at(-1), '● Sportello');
    equal(textOf(one('.strip')).includes('Anna ha scritto.'), true);
    await press('Alt+u');
    equal(typed(), 'Buongiorno Anna');
    equal(all('.badge.news').length, 0);
    equal(textOf(one('.strip')).includes('Anna ha scritto.'), false);
    await press('Alt+2');
    equal(typed(), 'Salve');
  });

  it('QU-114 leaves to a colleague what they wrote before it was passed on', async () => {
    const shown = await openConsole({ state: desk([anna, bruno]) });
    shown.joined('conv-anna', 'Maria Rossi');
    shown.say('conv-anna', 'Buonasera Anna', 'operator');
    shown.joined('conv-anna', 'Operatore chat 1');
    await settled();
    equal(textOf(withText('button', 'Anna')).includes('Maria Rossi: Buonasera Anna'), true);
    shown.say('conv-anna', 'Eccomi', 'operator');
    await press('Alt+1');
    await settled();
    const lines = all('.line').map((line) => [line.classList.contains('mine'), textOf(line.firstElementChild!)]);
    equal(
      JSON.stringify(lines),
      JSON.stringify([
        [false, 'Maria Rossi:'],
        [true, 'Tu:'],
      ]),
    );
    equal(textOf(withText('button', 'Anna')).includes('Tu: Eccomi'), true);
    await expectAccessible(shown.element);
  });

  it('CH-50 tells the citizen that a message was read only when it is on screen', async () => {
    const shown = await openConsole({ state: desk([anna, bruno]) });
    await press('Alt+1');
    shown.say('conv-bruno', 'Salve');
    await settled();
    equal(readSoFar(shown).length, 0);
    shown.visible(false);
    await settled();
    shown.say('conv-anna', 'Buongiorno');
    await settled();
    equal(readSoFar(shown).length, 0);
    shown.visible(true);
    await settled();
    equal(readSoFar(shown).join(), 'conv-anna');
    await press('Alt+2');
    equal(readSoFar(shown).join(), 'conv-anna,conv-bruno');
  });

  it('says when the citizen types, is away, and is back', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    shown.typing('conv-anna', true);
    await settled();
    equal(textOf(one('.typing')), 'Anna sta scrivendo…');
    shown.typing('conv-anna', false);
    shown.changed({ ...anna, citizenConnected: false });
    await settled();
    equal(textOf(one('.away')), 'Non collegato: legge i messaggi quando torna');
    equal(
      textOf(one('console-mine').shadowRoot!.querySelector('li')!).includes('Non collegato · Ancora nessun messaggio'),
      true,
    );
    shown.changed(anna);
    await settled();
    equal(all('.away').length, 0);
  });

  it('CH-53 offers articles as one types, without taking the focus or moving anything', async () => {
    await openConsole({ state: desk([anna]) });
    await press('Alt+r');
    const before = focused()!.getBoundingClientRect().top;
    await type('Il bollo auto');
    equal(textOf(withText('console-offers button, [role="group"] button', 'bollo')), 'Dove pago il bollo auto?');
    equal(typed(), 'Il bollo auto');
    equal(focused()!.getBoundingClientRect().top, before);
    await accessible('button', 'Inserisci «Dove pago il bollo auto?»');
  });

  it('CH-52 inserts an article with two keys, after what is written, to be edited', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    await press('Alt+r');
    await type('Per il bollo auto: ');
    await press('Alt+o', 'Enter');
    equal(typed(), 'Per il bollo auto:\n\nPuoi pagare online.');
    await type(' Va bene?');
    await press('Enter');
    equal(shown.lastAsked('message:send')?.['text'], 'Per il bollo auto:\n\nPuoi pagare online. Va bene?');
    equal(typed(), '');
  });

  it('finds, reads and inserts articles from the context, with the keyboard', async () => {
    const { element } = await openConsole({ state: desk([anna]) });
    await press('Alt+i');
    await type('disdire');
    await accessible('button', 'Inserisci «Come disdico una visita prenotata?» nella risposta');
    await press('Tab', 'Tab', 'Enter');
    equal(textOf(focused()!), 'Torna al contesto');
    await expectAccessible(element);
    await press('Tab');
    while (textOf(focused()!) !== 'Inserisci') await press('Tab');
    await press('Enter');
    equal(typed(), 'Puoi disdire per telefono.\n\nhttps://example.org/disdire');
  });

  it('looks again for what the citizen searched', async () => {
    await openConsole({ state: desk([anna]) });
    withText('button', '«disdire visita»').click();
    await settled();
    equal(typed(), 'disdire visita');
    withText('li', 'Come disdico una visita prenotata?');
  });

  it('CH-51 says that the line is cut, keeps what is written, and says when it has left', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    await press('Alt+r');
    shown.answer('message:send', () => ({ ok: false, code: 'no-answer' }));
    shown.connection({ name: 'lost' });
    await settled();
    equal(textOf(one('.strip')).startsWith('Collegamento perso. Quello che scrivi resta qui'), true);
    await type('Ci sono');
    await press('Enter');
    equal(textOf(one('.line.mine')).includes('invio…'), true);
    await expectAccessible(shown.element);
    shown.answer('message:send', () => ({ ok: true, seq: 1, at: 1 }) as never);
    shown.connection({ name: 'connected' });
    await settled();
    equal(textOf(one('.line.mine')).includes('inviato'), true);
    equal(textOf(one('.strip')), 'Tutto tranquillo.');
  });

  it('CA-50 waits for a press before the camera goes on, and hangs up with a key', async () => {
    const shown = await openConsole({ state: desk([anna], {}, ['chat', 'lis']) });
    shown.changed(withCall(anna));
    await settled();
    equal(shown.calls.length, 0);
    await accessible('button', 'Entra con la fotocamera');
    await expectAccessible(shown.element);
    await press('Alt+e');
    equal(shown.calls.length, 1);
    equal(all('sportello-call-stage').length, 1);
    await press('Alt+m', 'Alt+v', 'Alt+h');
    equal(shown.calls[0]!.asked.filter((what) => what !== 'follow').join(), 'microphone true,camera true,leave');
  });

  it('CA-50 keeps the call while another conversation is on screen', async () => {
    const shown = await openConsole({ state: desk([anna, bruno], {}, ['chat', 'lis']) });
    await press('Alt+1');
    shown.changed(withCall(anna));
    await settled();
    one('.call-ready button').click();
    await settled();
    const stage = one('sportello-call-stage');
    await press('Alt+2');
    equal(stage.checkVisibility(), false);
    equal(textOf(withText('button[aria-current]', 'Anna')).includes('In videochiamata'), true);
    await press('Alt+1');
    equal(one('sportello-call-stage'), stage);
    equal(shown.calls[0]!.asked.includes('close'), false);
  });

  it('CA-52 on a small office screen a call leaves room to read what the citizen writes', async () => {
    await setViewport({ width: 1280, height: 800 });
    const shown = await openConsole({ state: desk([anna], {}, ['chat', 'lis']) });
    await press('Alt+1');
    shown.changed(withCall(anna));
    await settled();
    one('.call-ready button').click();
    await settled();
    const box = (selector: string) => one(selector).getBoundingClientRect();
    equal(box('sportello-chat-log').height >= 76, true);
    equal(box('sportello-call-stage').bottom <= box('.stage').bottom, true);
    equal(box('console-composer').bottom <= 800, true);
    equal(
      all('sportello-call-tile').every((tile) => tile.getBoundingClientRect().width >= 220),
      true,
    );
  });
});
