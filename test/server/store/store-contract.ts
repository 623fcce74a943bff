import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { describeConsultations } from './contract-consultations.ts';
import { describeMessages } from './contract-messages.ts';
import { describeFiles } from './contract-files.ts';
import { describePromises } from './contract-promises.ts';
import { describeRecords } from './contract-records.ts';
import { describeRecording } from './contract-recording.ts';
import { describeWrites } from './contract-writes.ts';

/** An empty store of one dialect. */
export interface OpenStore {
  store: Store;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<Store>;
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>;
}

/** The store under test, and a way to have it closed and opened again. */
export interface Subject {
  store: () => Store;
  reopen: () => Promise<Store>;
}

/** What every implementation of the storage port must do. One line more in a test file adds a dialect. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`store over ${name}`, () => {
    let opened: OpenStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.dispose());

    const subject: Subject = { store: () => opened.store, reopen: () => opened.reopen() };
    describeRecords(subject);
    describeMessages(subject);
    describeWrites(subject);
    describeRecording(subject);
    describeConsultations(subject);
    describePromises(subject);
    describeFiles(subject);
  });
}
