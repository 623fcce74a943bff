import type { Compilable, Kysely } from 'kysely';
import type { ConsultationReader, ConsultationWriter } from './consultation-store.ts';
import type { SideMessageRecord } from './desk-records.ts';
import type { Changes } from './kysely-promise-writer.ts';
import { consultationRecord, consultationRow } from './rows.ts';
import type { Run } from './run.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store.ts';

/** See `createReader`. */
export function createConsultationReader(db: Kysely<Tables>, run: Run): ConsultationReader {
  const consultations = () => db.selectFrom('consultations').selectAll();

  async function all<Row>(query: Compilable<Row>): Promise<Row[]> {
    const { rows } = await run(query.compile());
    return rows.map((row) => ({ ...row }));
  }

  return {
    consultation: async (id) => (await all(consultations().where('id', '=', id))).map(consultationRecord)[0],
    consultationByLink: async (linkHash) =>
      (await all(consultations().where('linkHash', '=', linkHash))).map(consultationRecord)[0],
    openConsultationOf: async (conversationId) => {
      const open = consultations().where('conversationId', '=', conversationId).where('state', '=', 'open');
      return (await all(open)).map(consultationRecord)[0];
    },
    sideMessages: (consultationId) =>
      all(db.selectFrom('sideMessages').selectAll().where('consultationId', '=', consultationId).orderBy('seq')),
    conversationsOfVisit: (visitId) =>
      all(
        db
          .selectFrom('conversations')
          .innerJoin('contacts', 'contacts.conversationId', 'conversations.id')
          .where('visitId', '=', visitId)
          .select([
            'conversations.id as conversationId',
            'startedAt',
            'service',
            'reason',
            'topic',
            'outcome',
            'contacts.operatorId as operatorId',
          ])
          .orderBy('startedAt', 'desc')
          .orderBy('conversations.id'),
      ),
  };
}

/** See `createWriter`. */
export function createConsultationWriter(db: Kysely<Tables>, { change, update }: Changes): ConsultationWriter {
  async function sentBefore({ consultationId, clientId }: Draft): Promise<SideMessageRecord | undefined> {
    const query = db.selectFrom('sideMessages').selectAll().where('consultationId', '=', consultationId);
    const { rows } = await change(query.where('clientId', '=', clientId));
    return rows[0] && { ...rows[0] };
  }

  async function takeNumber(consultationId: string): Promise<number> {
    const query = db
      .updateTable('consultations')
      .set((eb) => ({ lastSeq: eb('lastSeq', '+', 1) }))
      .where('id', '=', consultationId)
      .returning('lastSeq');
    const { rows } = await change(query);
    const seq = rows[0]?.lastSeq;
    if (seq === undefined) throw new StoreError('not-found', `no consultation ${consultationId}`);
    return seq;
  }

  return {
    async addConsultation(record) {
      await change(db.insertInto('consultations').values(consultationRow(record)));
    },
    async updateConsultation(id, columns) {
      const query = db.updateTable('consultations').set({ ...columns, id });
      await update(`consultation ${id}`, query.where('id', '=', id));
    },
    async appendSideMessage(draft) {
      const before = await sentBefore(draft);
      if (before) return { message: before, added: false };
      const message = { ...draft, seq: await takeNumber(draft.consultationId) };
      await change(db.insertInto('sideMessages').values(message));
      return { message, added: true };
    },
  };
}

type Draft = Omit<SideMessageRecord, 'seq'>;
