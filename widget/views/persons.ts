import { html, type TemplateResult } from 'lit';
import { channelOrder } from '../core/help-desk.ts';
import { seenBy } from '../core/own-place.ts';
import '../parts/channels.ts';
import type { AwaitEvent, ChannelEvent } from '../parts/events.ts';
import type { Counter } from './counter.ts';

/** The ways to a person, each with its state as this citizen should read it. */
export function drawPersons(heading: string, counter: Counter): TemplateResult {
  const { i18n, status, lisFirst, later, citizen } = counter;
  return html`<section>
    <h3>${heading}</h3>
    <sportello-channels
      .i18n=${i18n}
      .desk=${seenBy(citizen.model.value?.state, status.value)}
      .order=${channelOrder(lisFirst.value)}
      .awaited=${later.reopening.value.awaited}
      @sportello-channel=${({ detail }: ChannelEvent) => go(counter, detail.channel)}
      .awaitFailed=${later.reopening.value.failed}
      @sportello-await=${({ detail }: AwaitEvent) => void later.awaitOpening(detail.service, detail.on)}
    ></sportello-channels>
  </section>`;
}

function go({ go: to, lisFirst }: Counter, channel: ChannelEvent['detail']['channel']): void {
  if (channel === 'message') to({ name: 'message', service: lisFirst.value ? 'lis' : 'chat' });
  else to({ name: 'handover', service: channel });
}
