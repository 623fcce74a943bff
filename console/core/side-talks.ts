import type { Consultation } from '../../protocol/consultation.ts';
import type { DeskState } from '../../protocol/desk.ts';
import { createObservable, type Observable, type Unsubscribe } from '../../widget/core/observable.ts';
import type { SideTalk } from './side-talk.ts';

/** The side conversations I take part in, by consultation id: those I opened and those in which I am asked. */
export interface SideTalks extends Observable<ReadonlyMap<string, SideTalk>> {
  get(consultationId: string | null | undefined): SideTalk | undefined;
  /** Opens and closes clients as the desk says. */
  keep(desk: DeskState): void;
  close(): void;
}

export interface SideTalksOptions {
  open(consultation: Consultation): SideTalk;
  /** It is over, or no longer mine. */
  onGone(talk: SideTalk): void;
}

/** Mine, asked or asking, that are going on. */
export function openConsultations({ cases, consultations }: DeskState): Consultation[] {
  const own = Object.values(cases).flatMap(({ consultation }) => consultation ?? []);
  return [...own, ...consultations].filter(({ state }) => state === 'open');
}

export function createSideTalks({ open, onGone }: SideTalksOptions): SideTalks {
  const talks = new Map<string, SideTalk>();
  const releases = new Map<string, Unsubscribe>();
  const list = createObservable<ReadonlyMap<string, SideTalk>>(new Map());
  const publish = (): void => list.set(new Map(talks));

  function add(consultation: Consultation): void {
    const talk = open(consultation);
    talks.set(talk.id, talk);
    releases.set(talk.id, talk.subscribe(publish));
    publish();
  }

  function remove(id: string): void {
    const talk = talks.get(id);
    releases.get(id)?.();
    talk?.close();
    releases.delete(id);
    talks.delete(id);
    publish();
    if (talk) onGone(talk);
  }

  return {
    get value() {
      return list.value;
    },
    subscribe: list.subscribe,
    get: (id) => (id ? talks.get(id) : undefined),
    keep(desk) {
      const now = new Map(openConsultations(desk).map((consultation) => [consultation.id, consultation]));
      for (const id of [...talks.keys()].filter((candidate) => !now.has(candidate))) remove(id);
      for (const [id, consultation] of now) {
        const talk = talks.get(id);
        if (talk) talk.follow(consultation);
        else add(consultation);
      }
    },
    close() {
      for (const id of talks.keys()) remove(id);
    },
  };
}
