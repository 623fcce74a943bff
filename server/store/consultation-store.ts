import type { Service } from '../../protocol/conversation.ts';
import type { ConsultationRecord, SideMessageRecord } from './desk-records.ts';
import type { ContactRecord } from './store.ts';

/* The part of the storage port for what colleagues ask each other, and for what they know of a visit. */

export interface ConsultationReader {
  consultation(id: string): Promise<ConsultationRecord | undefined>;
  consultationByLink(linkHash: string): Promise<ConsultationRecord | undefined>;
  /** A conversation has at most one that is open. */
  openConsultationOf(conversationId: string): Promise<ConsultationRecord | undefined>;
  /** In order of `seq`. */
  sideMessages(consultationId: string): Promise<SideMessageRecord[]>;
  /** The visit's conversations, the latest first. */
  conversationsOfVisit(visitId: string): Promise<VisitRecord[]>;
}

export interface VisitRecord extends Pick<ContactRecord, 'reason' | 'topic' | 'outcome' | 'operatorId'> {
  conversationId: string;
  startedAt: number;
  service: Service;
}

export interface ConsultationWriter {
  addConsultation(record: ConsultationRecord): Promise<void>;
  /** @throws StoreError `not-found` */
  updateConsultation(id: string, change: ConsultationChange): Promise<void>;
  /**
   * Gives it the consultation's next number. One whose `clientId` is already there is not added again: the first one
   * comes back with `added: false`.
   * @throws StoreError `not-found` when there is no such consultation
   */
  appendSideMessage(draft: Omit<SideMessageRecord, 'seq'>): Promise<{ message: SideMessageRecord; added: boolean }>;
}

export type ConsultationChange = Partial<Pick<ConsultationRecord, 'state' | 'linkExpiresAt'>>;
