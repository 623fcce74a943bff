import { read, searched } from '../../widget/core/visit.ts';
import type { Stars } from '../../widget/parts/stars.ts';
import {
  button,
  clearPage,
  conversation,
  deep,
  equal,
  expectAccessible,
  find,
  focused,
  LIVE,
  message,
  OPEN,
  openPanel,
  tooWide,
  until,
  WAITING,
} from './widget-kit.ts';
import { sendKeys } from '@web/test-runner-commands';

async function openReady() {
  const opened = await openPanel();
  await until('articles', () => opened.counter.shelf.value.name === 'ready');
  return opened;
}

const CLOSED = { name: 'closed', at: 0, by: 'operator', rated: false } as const;
const lastAsked = ({ far }: Awaited<ReturnType<typeof openPanel>>, event: string) =>
  far.asked.findLast((one) => one.event === event)?.payload;
const saying = (root: Element, words: string): Element | undefined =>
  deep(root, 'p, h2, div').find((one) => one.checkVisibility() && one.textContent.includes(words));

afterEach(clearPage);

describe('handing over', () => {
  it('CH-40 shows what the operator will see, and takes out what the citizen does not want shown', async () => {
    const opened = await openReady();
    const { counter, panel, screen, far, said } = opened;
    counter.visit.set(read(searched(searched(counter.visit.value, 'bollo'), 'una cosa privata'), 'bollo-scadenza'));
    counter.go({ name: 'handover', service: 'chat' });
    const view = await screen('sportello-handover');
    equal(deep(view, '.lines li').length, 3);
    button(view, 'Togli «una cosa privata»').click();
    await until('two lines', () => deep(view, '.lines li').length === 2);
    equal(said.includes('Tolto: una cosa privata'), true);
    await until('the focus is not lost', () => focused()?.textContent === 'Scrivi a un operatore');
    find<HTMLInputElement>(view, '#name').value = 'Anna';
    find(view, '#name').dispatchEvent(new InputEvent('input'));
    far.answer('conversation:start', { ok: false, code: 'unavailable' });
    button(view, 'Inizia la conversazione').click();
    await until('the start is asked', () => lastAsked(opened, 'conversation:start'));
    const asked = lastAsked(opened, 'conversation:start');
    equal(JSON.stringify(asked?.['context']), '{"searches":["bollo"],"articles":["bollo-scadenza"]}');
    equal(asked?.['name'], 'Anna');
    equal(panel.isConnected, true);
  });

  it('CH-45 leads to the conversation there is, instead of asking to begin another', async () => {
    const { counter, panel, screen, talk } = await openReady();
    const view = await talk({ phase: LIVE });
    counter.go({ name: 'home' });
    await screen('sportello-home');
    button(panel, 'Scrivi a un operatore').click();
    await until('the conversation', () => panel.renderRoot.querySelector('sportello-conversation'));
    equal(panel.renderRoot.querySelector('sportello-handover'), null);
    equal(view.tagName, 'SPORTELLO-CONVERSATION');
  });

  it('CH-45 begins another when the one before is over', async () => {
    const opened = await openReady();
    const { counter, panel, screen, talk, far } = opened;
    await talk({ phase: CLOSED });
    counter.go({ name: 'handover', service: 'chat' });
    await screen('sportello-handover');
    const starts = (): number => far.asked.filter(({ event }) => event === 'conversation:start').length;
    equal(starts(), 1);
    button(panel, 'Inizia la conversazione').click();
    await until('it is asked', () => starts() === 2);
  });

  it('CH-27 says why a start was refused and what to do, and keeps what was written', async () => {
    const { counter, screen, far } = await openReady();
    counter.visit.set({ ...counter.visit.value, name: 'Anna' });
    counter.go({ name: 'handover', service: 'chat' });
    const view = await screen('sportello-handover');
    far.answer('conversation:start', { ok: false, code: 'channel-closed' });
    button(view, 'Inizia la conversazione').click();
    const alert = await until('the alert', () => deep(view, '[role=alert] .notice')[0]);
    equal(alert.textContent.includes('Il servizio è chiuso in questo momento.'), true);
    equal(find<HTMLInputElement>(view, '#name').value, 'Anna');
  });

  it('SE-43 links the body’s own privacy notice', async () => {
    const { counter, screen } = await openReady();
    counter.go({ name: 'handover', service: 'chat' });
    const view = await screen('sportello-handover');
    await until('the link', () => deep<HTMLAnchorElement>(view, 'a')[0]?.href === 'https://example.org/privacy');
  });
});

describe('waiting', () => {
  it('QU-3 shows the place and the estimate as they change, and lets one read on meanwhile', async () => {
    const opened = await openReady();
    const { panel, talk, far, screen } = opened;
    const view = await talk({ phase: WAITING });
    equal(saying(view, 'Prima di te c’è 1 persona. Circa 2 minuti.') !== undefined, true);
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, position: 1, estimateMs: null } }));
    await until('first', () => saying(view, 'Sei la prima persona in fila.'));
    button(panel, 'Continua a leggere').click();
    await screen('sportello-home');
    far.tell('conversation:changed', conversation({ phase: LIVE, lastSeq: 1 }));
    far.tell('message:new', message(1, { text: 'Eccomi' }));
    await until('the news', () => button(panel, 'Torna alla conversazione').textContent.includes('1 messaggio nuovo'));
    button(panel, 'Torna alla conversazione').click();
    await until('the log', () => deep(panel, '.bubble')[0]?.textContent === 'Eccomi');
    await until('it counts as read', () => lastAsked(opened, 'message:read')?.['seq'] === 1);
  });

  it('CH-44 shows an answer to whoever reads something else, in words, in shape and with three flashes', async () => {
    const { panel, talk, far, screen } = await openReady();
    await talk({ phase: WAITING });
    button(panel, 'Continua a leggere').click();
    await screen('sportello-home');
    const bar = button(panel, 'Prima di te c’è 1 persona.');
    equal(getComputedStyle(bar).animationName, 'none');
    const before = getComputedStyle(bar).borderTopWidth;
    const about = { conversationId: 'conversation-1', seq: 1, at: Date.now(), from: 'operator' } as const;
    far.tell('message:new', { ...about, kind: 'event', event: 'operator-joined', name: 'Ada' });
    far.tell('conversation:changed', conversation({ phase: LIVE, lastSeq: 1 }));
    await until('the answer', () => bar.textContent.includes('Ti ha risposto Ada.'));
    equal(getComputedStyle(bar).animationName, 'fresh');
    equal(getComputedStyle(bar).animationIterationCount, '3');
    equal(before !== '4px' && getComputedStyle(bar).borderTopWidth === '4px', true);
    far.tell('conversation:changed', conversation({ phase: CLOSED, lastSeq: 1 }));
    await until('the end', () => bar.textContent.includes('La conversazione è chiusa.'));
  });

  it('CH-35 asks before leaving the line, inside the panel', async () => {
    const opened = await openReady();
    const { panel, talk } = opened;
    await talk({ phase: WAITING });
    button(panel, 'Lascia la fila').click();
    await until('the question has the focus', () => focused()?.textContent?.includes('Vuoi lasciare la fila?'));
    equal(lastAsked(opened, 'conversation:close'), undefined);
    button(panel, 'No, resta').click();
    await until('the box is back', () => deep(panel, 'sportello-composer')[0]);
    button(panel, 'Lascia la fila').click();
    button(await until('the question', () => deep(panel, '.confirm')[0]), 'Sì, lascia la fila').click();
    await until('it is asked', () => lastAsked(opened, 'conversation:close'));
  });
});

describe('a conversation', () => {
  it('CH-35 Escape takes back the question whether to close, and closes nothing else', async () => {
    const { panel, talk } = await openReady();
    await talk({ phase: LIVE });
    const passed: KeyboardEvent[] = [];
    panel.addEventListener('keydown', (event) => passed.push(event));
    button(panel, 'Chiudi la conversazione').click();
    await until('the question has the focus', () => focused()?.textContent?.includes('Vuoi chiudere'));
    await sendKeys({ press: 'Escape' });
    await until('the box is back', () => deep(panel, 'sportello-composer')[0]);
    equal(passed.length, 1);
    equal(passed[0]?.defaultPrevented, true);
    await until('the focus is not lost', () => ['H2', 'TEXTAREA'].includes(focused()?.tagName ?? ''));
  });

  it('CH-20 sends what is typed, shows it at once, and keeps the draft', async () => {
    const opened = await openReady();
    const view = await opened.talk({ phase: LIVE });
    opened.far.answer('message:send', { ok: false, code: 'unavailable' });
    find(view, 'textarea').focus();
    await sendKeys({ type: 'Buongiorno' });
    const session = opened.counter.citizen.value;
    equal(session.name === 'open' && session.conversation.draft, 'Buongiorno');
    equal(lastAsked(opened, 'typing:set')?.['typing'], true);
    await sendKeys({ press: 'Enter' });
    await until('it shows', () => deep(view, '.mine')[0]?.textContent?.includes('invio…'));
    equal(session.name === 'open' && session.conversation.draft, '');
  });

  it('QU-8 tells when the operator is away, comes back, or is lost', async () => {
    const { talk, far } = await openReady();
    const view = await talk({ phase: LIVE });
    far.tell('conversation:changed', conversation({ phase: { ...LIVE, operatorConnected: false } }));
    await until('away', () => saying(view, 'Ada ha perso il collegamento.'));
    far.tell('conversation:changed', conversation({ phase: LIVE }));
    await until('back', () => !saying(view, 'Ada ha perso il collegamento.'));
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, position: 1 } }));
    await until('in line again', () => saying(view, 'Sei in attesa'));
  });

  it('CH-36 says in words that the line is gone, once it lasts, and that nothing is lost', async () => {
    const { panel, talk, far } = await openReady();
    await talk({ phase: LIVE });
    far.connect({ name: 'lost' });
    equal(saying(panel, 'Ci stiamo ricollegando'), undefined);
    await until('reconnecting', () => saying(panel, 'Ci stiamo ricollegando. Quello che scrivi resta qui'));
    far.connect({ name: 'offline' });
    await until('offline', () => saying(panel, 'Sei senza rete. Quello che scrivi resta qui e parte appena torna.'));
    far.connect({ name: 'connected' });
    await until('connected', () => !saying(panel, 'Sei senza rete'));
  });

  it('CH-36 says to reload when the page is of another time', async () => {
    const { panel, talk, far } = await openReady();
    await talk({ phase: LIVE });
    far.connect({ name: 'refused', code: 'version-mismatch' });
    await until('the word', () => saying(panel, 'Il servizio è stato aggiornato mentre la pagina era aperta.'));
    equal(button(panel, 'Ricarica la pagina').checkVisibility(), true);
  });

  it('QU-11 CA-16 offers the signed call only while its desk is at work, and shows oneself first', async () => {
    const opened = await openReady();
    const view = await opened.talk({ phase: LIVE });
    equal(deep(view, 'footer > button').length, 0);
    clearPage();
    const status = {
      now: 0,
      message: { dueAt: 0 },
      privacyUrl: null,
      mail: true,
      notices: [],
      services: { chat: OPEN_NOW, lis: OPEN_NOW },
    };
    const other = await openPanel({ status });
    const live = await other.talk({ phase: LIVE });
    await until('the offer', () => deep(live, 'footer > button')[0]);
    other.far.answer('call:request', { ok: false, code: 'no-media' });
    button(live, 'Passa alla videochiamata in LIS').click();
    // One sees oneself first: nobody has been asked for anything yet.
    const before = await other.screen('sportello-before-call');
    await until('the focus on its heading', () => focused()?.textContent === 'Prima della videochiamata');
    equal(lastAsked(other, 'call:request'), undefined);
    button(before, 'Entra in attesa').click();
    await until('the reason', () =>
      saying(before, 'La videochiamata ora non è disponibile. Puoi scrivere a un operatore.'),
    );
    other.far.answer('call:request', { ok: true });
    button(before, 'Entra in attesa').click();
    await other.screen('sportello-conversation');
    equal(lastAsked(other, 'call:request')?.['conversationId'], 'conversation-1');
    button(await other.screen('sportello-conversation'), 'Passa alla videochiamata in LIS').click();
    button(await other.screen('sportello-before-call'), 'Preferisco scrivere').click();
    await other.screen('sportello-conversation');
  });

  it('CA-19 puts the pictures beside the text when a call begins, and the text stays as it was', async () => {
    const { counter, panel, talk, far, shownCall } = await openReady();
    const view = await talk({ phase: LIVE });
    counter.call.attend(true);
    const box = find<HTMLTextAreaElement>(view, 'textarea');
    box.focus();
    await sendKeys({ type: 'a metà' });
    const call = { id: 'call-12345', epoch: 1, startedAt: 0, ready: true, streams: [] };
    far.tell('conversation:changed', conversation({ phase: LIVE, call }));
    await until('the stage', () => deep(panel, 'sportello-call-stage')[0]);
    equal(counter.wide.value, true);
    equal(shownCall.asked.includes('follow'), true);
    equal(find(view, 'textarea'), box);
    equal(focused(), box);
    equal(box.value, 'a metà');
    far.tell('conversation:changed', conversation({ phase: LIVE, call: null }));
    await until('no stage', () => deep(panel, 'sportello-call-stage').length === 0);
    equal(focused(), box);
    equal(counter.wide.value, false);
  });
});

describe('a call on a phone', () => {
  it('CH-104 keeps the box in sight when a keyboard takes half of the screen', async () => {
    const { counter, panel, talk, far } = await openPanel({ width: 360, height: 680 });
    const view = await talk({ phase: LIVE });
    counter.call.attend(true);
    const call = { id: 'call-12345', epoch: 1, startedAt: 0, ready: true, streams: [] };
    far.tell('conversation:changed', conversation({ phase: LIVE, call }));
    await until('the stage', () => deep(panel, 'sportello-call-stage')[0]);
    const box = find<HTMLTextAreaElement>(view, 'textarea');
    box.focus();
    panel.style.height = '340px';
    await until('in sight', () => {
      const { top, bottom } = box.getBoundingClientRect();
      const { top: head, bottom: foot } = view.getBoundingClientRect();
      return foot - head < 340 && top >= head && bottom <= foot;
    });
  });
});

const OPEN_NOW = { state: 'open', waiting: 0, estimateMs: 0, closesAt: null } as const;

describe('the end', () => {
  async function openEnd() {
    const opened = await openReady();
    await opened.talk({ phase: CLOSED }, [message(1), message(2, { from: 'citizen' })]);
    const stars = await until('the stars', () => deep<Stars>(opened.panel, 'sportello-stars')[0]);
    await stars.updateComplete;
    return { ...opened, stars };
  }

  it('CH-37 takes one to five stars by keyboard, and a comment', async () => {
    const { stars, panel, far } = await openEnd();
    button(panel, 'Invia il giudizio').click();
    await until(
      'it asks for stars',
      () => find(stars, '[role=alert]').textContent === 'Scegli da una a cinque stelle.',
    );
    equal(
      far.asked.some(({ event }) => event === 'conversation:rate'),
      false,
    );
    await sendKeys({ press: 'Space' });
    for (let step = 0; step < 3; step += 1) await sendKeys({ press: 'ArrowRight' });
    await until('four', () => find(stars, '.chosen').textContent === '4 stelle su 5');
    find<HTMLTextAreaElement>(panel, '#comment').value = 'Tutto chiaro';
    button(panel, 'Invia il giudizio').click();
    await until('it is sent', () => far.asked.some(({ event }) => event === 'conversation:rate'));
    const { payload } = far.asked.findLast(({ event }) => event === 'conversation:rate') ?? {};
    equal(payload?.['stars'], 4);
    equal(payload?.['comment'], 'Tutto chiaro');
    far.tell('conversation:changed', conversation({ phase: { ...CLOSED, rated: true }, lastSeq: 2 }));
    await until('the thanks', () => saying(panel, 'Grazie: abbiamo ricevuto il tuo giudizio.'));
    await until('the focus is not lost', () => focused()?.textContent === 'Grazie: abbiamo ricevuto il tuo giudizio.');
  });

  it('CH-29 saves a copy made in the browser', async () => {
    const { panel } = await openEnd();
    const saved: { name: string; href: string }[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      saved.push({ name: this.download, href: this.href });
    };
    button(panel, 'Salva una copia della conversazione').click();
    HTMLAnchorElement.prototype.click = click;
    const [file] = saved;
    const content = await (await fetch(file?.href ?? '')).text();
    equal(content.includes('Operatore: Messaggio 1'), true);
    equal(content.includes('Tu: Messaggio 2'), true);
    equal(file?.name.endsWith('.txt'), true);
  });

  it('CH-37 leaves the last words in sight when somebody else closed, and clears all at the end', async () => {
    const { panel, counter, screen } = await openEnd();
    equal(find<HTMLDetailsElement>(panel, 'details').open, true);
    button(panel, 'Ho finito').click();
    await screen('sportello-home');
    equal(counter.citizen.value.name, 'none');
  });

  it('CH-26 says what became of a conversation that cannot be had back', async () => {
    const { counter, panel, screen, far, talk } = await openReady();
    await talk({ phase: LIVE });
    far.answer('conversation:resume', { ok: false, code: 'token-expired' });
    far.connect({ name: 'lost' });
    far.connect({ name: 'connected' });
    await until('the word', () => saying(panel, 'La conversazione di prima è scaduta. Puoi iniziarne una nuova.'));
    button(panel, 'Torna all’inizio').click();
    await screen('sportello-home');
    equal(counter.citizen.value.name, 'none');
  });
});

describe('after the end', () => {
  it('CH-98 says until when an answer was promised, and sends a copy by e-mail', async () => {
    const { talk, panel, far } = await openReady();
    const promisedUntil = Date.now() + 86_400_000;
    await talk({ phase: { ...CLOSED, promisedUntil } }, [message(1)]);
    await until('the promise', () => saying(panel, 'Ti rispondiamo entro domani,'));
    button(panel, 'Ricevi una copia per e-mail').click();
    await until('the field', () => focused()?.id === 'address');
    await sendKeys({ type: 'ada@esempio' });
    await sendKeys({ press: 'Enter' });
    await until('what is wrong', () =>
      deep(panel, '.fault').some((one) => one.textContent?.includes('non è completo')),
    );
    await sendKeys({ type: '.it' });
    far.answer('transcript:mail', { ok: false, code: 'unavailable' });
    await sendKeys({ press: 'Enter' });
    await until('the trouble', () =>
      deep(panel, '.fault').some((one) => one.textContent?.includes('Ora non possiamo mandare e-mail')),
    );
    await expectAccessible(panel);
    far.answer('transcript:mail', { ok: true });
    button(panel, 'Invia la copia').click();
    await until('the word', () => focused()?.textContent === 'La copia parte ora per ada@esempio.it.');
    const asked = far.asked.findLast(({ event }) => event === 'transcript:mail');
    equal(JSON.stringify(asked?.payload), '{"conversationId":"conversation-1","email":"ada@esempio.it"}');
  });

  it('CH-101 says all that was promised: number, how and where to, in one look', async () => {
    const { talk, panel } = await openReady();
    const at = Date.now();
    const promisedUntil = at + 86_400_000;
    const receipt = {
      number: '2026-000012',
      receivedAt: at,
      dueAt: promisedUntil,
      reach: { by: 'phone', phone: '+39 050 910111' },
      mailed: false,
    } as const;
    await talk({ phase: { ...CLOSED, promisedUntil, receipt } }, [message(1)]);
    const box = await until('the promise', () => deep(panel, '.promised')[0]);
    equal(
      ['Ti chiamiamo al +39 050 910111.', '2026-000012', 'recapito giusto'].every((words) =>
        box.textContent.includes(words),
      ),
      true,
    );
    equal(box.textContent.includes('ricevuta'), false);
    await expectAccessible(panel);
    equal(tooWide(panel, 400).join('\n'), '');
  });

  it('CH-102 offers a copy by e-mail only where one can leave, and of an answer', async () => {
    const offered = (panel: Element): boolean =>
      deep(panel, 'button').some((one) => one.textContent.includes('Ricevi una copia per e-mail'));
    const mute = await openPanel({ status: { ...OPEN, mail: false } });
    await until('the desk', () => mute.counter.status.value.name === 'known');
    await mute.talk({ phase: CLOSED }, [message(1)]);
    await until('the copy to save', () => button(mute.panel, 'Salva una copia').checkVisibility());
    equal(offered(mute.panel), false);
    clearPage();
    const { talk, panel } = await openReady();
    await talk({ phase: { ...CLOSED, by: 'citizen' } }, [message(1, { from: 'citizen' })]);
    await until('the copy to save', () => button(panel, 'Salva una copia').checkVisibility());
    equal(offered(panel), false);
  });

  it('CH-105 says why the service closed, and leads on with what was written', async () => {
    const { talk, panel, screen, post, counter } = await openReady();
    await until('the desk', () => counter.status.value.name === 'known');
    const closed = { ...CLOSED, by: 'desk' } as const;
    await talk({ phase: closed, citizenName: 'Rita' }, [message(1, { from: 'citizen', text: 'Il mio bollo' })]);
    await until('why', () => saying(panel, 'L’ha chiusa il servizio mentre aspettavi'));
    await expectAccessible(panel);
    equal(tooWide(panel, 400).join('\n'), '');
    button(panel, 'Torna in fila').click();
    await screen('sportello-handover');
    counter.go({ name: 'conversation' });
    button(await screen('sportello-conversation'), 'Lascia un messaggio').click();
    const form = await screen('sportello-message');
    await until('the text', () => deep<HTMLTextAreaElement>(form, '#text')[0]?.value === 'Il mio bollo');
    equal(find<HTMLInputElement>(form, '#name').value, 'Rita');
    equal(post.left.length, 0);
  });
});
