import type { Deliver } from '../../../../server/mail/post.ts';
import { createRandom } from './random.ts';
import type { World } from './world.ts';

/** The mail server, and an office that answers by the link in what it gets. */
export interface OfficeMail {
  deliver: Deliver;
  answerThrough(world: World): void;
}

const LINK = /\/consultation\/(\S+)/;
const MINUTE = 60_000;

export function watchMail({ later }: Pick<World['time'], 'later'>): OfficeMail {
  let world: World | null = null;

  async function answer(secret: string): Promise<void> {
    if (!world) return;
    const { desk, ledger } = world;
    const asked = await desk.consultations.byLink(secret);
    if (!asked.ok) return void ledger.problems.push(`a link was answered with ${asked.code}`);
    const reply = desk.consultations.answerByLink(secret, 'Basta la ricevuta.');
    const said = await ledger.ask(
      'an office answers by its link',
      reply.then((answered) => ({ answer: answered })),
    );
    if (said) ledger.spoken.add(ledger.questions.get(asked.question.summary) ?? '');
  }

  return {
    answerThrough: (made) => void (world = made),
    deliver({ text, createdAt, tries }) {
      // Mails of the same moment come in the order of their random ids: whatever is decided here must not depend on it.
      const random = createRandom(createdAt + tries);
      if (random.chance(0.03)) return Promise.resolve({ name: 'later', why: '451 try again later' });
      const secret = LINK.exec(text)?.[1];
      if (secret !== undefined && random.chance(0.7))
        later(random.between(0.3, 30) * MINUTE, () => void answer(secret));
      return Promise.resolve({ name: 'sent' });
    },
  };
}
