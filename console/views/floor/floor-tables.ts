import { html, nothing } from 'lit';
import type { Service } from '../../../protocol/conversation.ts';
import type { DeskState, FloorEntry, OperatorState, QueueEntry } from '../../../protocol/desk.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import { chatsOf, everybody } from '../../core/floor.ts';
import type { SteadyRow } from '../../core/steady-list.ts';
import { minutesWaited, waitLevel } from '../../core/waiting-time.ts';
import type { TableContent } from '../../parts/data-table.ts';
import { citizenLabel, recipientName } from '../../parts/words.ts';

const SERVICES = ['chat', 'lis'] as const satisfies readonly Service[];

const heads = (i18n: I18n, names: readonly string[]) =>
  names.map((name) => ({ words: i18n.t(`console.floor.head.${name}`) }));

const list = (i18n: I18n, words: readonly string[]): string =>
  words.length === 0 ? '–' : new Intl.ListFormat(i18n.lang).format(words);

/** «3 min», bold and then red with words as it grows. */
function waitCell(since: number, now: number, i18n: I18n) {
  const minutes = minutesWaited(since, now);
  const level = waitLevel(now - since);
  const words = minutes === 0 ? i18n.t('console.queue.now') : i18n.t('console.queue.wait', { count: minutes });
  if (level === 'short') return words;
  return level === 'long'
    ? html`<strong>${words}</strong>`
    : html`<span class="badge late">${words}, ${i18n.t('console.queue.late')}</span>`;
}

/** Who waits, in both lines: what they ask and to whom they are on the way. */
export function waitingTable(rows: readonly SteadyRow<QueueEntry>[], now: number, i18n: I18n): TableContent {
  return {
    caption: SERVICES.map((service) => serviceCount(service, rows, i18n)).join(' · '),
    heads: heads(i18n, ['who', 'service', 'wait', 'about', 'where']),
    rows: rows.map(({ item, gone }) => [
      citizenLabel(i18n, item),
      i18n.t(`console.service.${item.service}`),
      gone ? i18n.t('console.queue.gone') : waitCell(item.since, now, i18n),
      aboutWords(item, i18n),
      whereWords(item, i18n),
    ]),
  };
}

/** «Chat: 2» */
function serviceCount(service: Service, rows: readonly SteadyRow<QueueEntry>[], i18n: I18n): string {
  const count = rows.filter(({ item, gone }) => item.service === service && !gone).length;
  return `${i18n.t(`console.service.${service}`)}: ${count}`;
}

function aboutWords({ context, language }: QueueEntry, i18n: I18n): string {
  const search = context.searches.at(-1);
  const about = search === undefined ? i18n.t('console.queue.no-search') : `«${search}»`;
  return language === i18n.lang ? about : `${i18n.t(`console.language.${language}`)} · ${about}`;
}

function whereWords({ transfer, offeredTo, returned }: QueueEntry, i18n: I18n): string {
  const words = [
    returned ? i18n.t('console.queue.returned') : null,
    transfer && i18n.t('console.floor.passed', { from: transfer.from.name, to: recipientName(i18n, transfer.to) }),
    offeredTo && i18n.t('console.floor.offered', { name: offeredTo.name }),
  ].filter((line) => line !== null);
  return words.length === 0 ? i18n.t('console.floor.line') : words.join(' · ');
}

export type FloorAct = 'read' | 'take' | 'move';
const ACTS = ['read', 'take', 'move'] as const satisfies readonly FloorAct[];

/** Everybody's conversations, with what a supervisor may do. */
export function liveTable(
  rows: readonly SteadyRow<FloorEntry>[],
  { me, now, i18n, act }: { me: string; now: number; i18n: I18n; act: (act: FloorAct, entry: FloorEntry) => void },
): TableContent {
  /** They stay where somebody is about to press them. */
  const buttons = (entry: FloorEntry, gone: boolean) => {
    const params = { operator: entry.operator.name, name: citizenLabel(i18n, entry) };
    return html`<span class="acts"
      >${ACTS.map(
        (name) =>
          html`<button
            class="button small"
            type="button"
            aria-label=${i18n.t(`console.floor.${name}-name`, params)}
            aria-disabled=${String(gone)}
            @click=${() => !gone && act(name, entry)}
          >
            ${i18n.t(`console.floor.${name}`)}
          </button>`,
      )}</span
    >`;
  };
  return {
    caption: i18n.t('console.floor.live-order'),
    heads: heads(i18n, ['who', 'operator', 'since', 'service', 'state', 'acts']),
    rows: rows.map(({ item, gone }) => [
      citizenLabel(i18n, item),
      item.operator.id === me
        ? html`${item.operator.name} <span class="also">(${i18n.t('console.floor.me')})</span>`
        : item.operator.name,
      sinceWords(item, now, i18n),
      html`${i18n.t(`console.service.${item.service}`)}${
        item.language === i18n.lang
          ? nothing
          : html` <span class="also">${i18n.t(`console.language.${item.language}`)}</span>`
      }`,
      stateWords(item, gone, i18n),
      item.operator.id === me ? '' : buttons(item, gone),
    ]),
  };
}

function sinceWords({ since }: FloorEntry, now: number, i18n: I18n): string {
  const count = minutesWaited(since, now);
  return count === 0 ? i18n.t('console.queue.just-now') : i18n.t('console.minutes', { count });
}

function stateWords({ onHold, inCall }: FloorEntry, gone: boolean, i18n: I18n): string {
  if (gone) return i18n.t('console.floor.code.not-found');
  const words = [onHold ? 'on-hold' : null, inCall ? 'in-call' : null].filter((name) => name !== null);
  return (words.length === 0 ? ['talking'] : words).map((name) => i18n.t(`console.floor.${name}`)).join(', ');
}

/** Who is here, with what they are doing. */
export function peopleTable(desk: DeskState, i18n: I18n): TableContent {
  const chats = chatsOf(desk.floor);
  const language = i18n.lang === 'en' ? 'en' : 'it';
  const officeNames = new Map(desk.offices.map(({ id, name }) => [id, name[language]]));
  return {
    caption: i18n.t('console.floor.people-order'),
    heads: heads(i18n, ['name', 'presence', 'chats', 'answers', 'languages', 'offices']).map((head, index) =>
      index === 2 ? { ...head, number: true } : head,
    ),
    rows: everybody(desk).map((person) => [
      person.id === desk.me.id
        ? html`${person.name} <span class="also">(${i18n.t('console.floor.me')})</span>`
        : person.name,
      presenceCell(person, i18n),
      chats.get(person.id) ?? 0,
      list(
        i18n,
        person.skills.map((skill) => i18n.t(`console.service.${skill}`)),
      ),
      list(
        i18n,
        person.languages.map((spoken) => i18n.t(`console.language.${spoken}`)),
      ),
      list(
        i18n,
        person.offices.map((id) => officeNames.get(id) ?? id),
      ),
    ]),
  };
}

function presenceCell({ presence, busy }: OperatorState, i18n: I18n) {
  if (presence !== 'available') return html`<span class="badge">${i18n.t(`console.presence.${presence}`)}</span>`;
  return html`<span class="badge ${busy ? 'attention' : 'there'}"
    >${i18n.t(`console.presence.${busy ? 'busy' : 'available'}`)}</span
  >`;
}
