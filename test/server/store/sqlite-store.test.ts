import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { type OpenStore, storeContract } from './store-contract.ts';

storeContract('SQLite', openSqlite);

async function openSqlite(): Promise<OpenStore> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-store-'));
  const file = join(folder, 'sportello.db');
  const opened: OpenStore = {
    store: await createSqliteStore(file),
    async reopen() {
      await opened.store.close();
      opened.store = await createSqliteStore(file);
      return opened.store;
    },
    async dispose() {
      await opened.store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return opened;
}
