import type { ManagedAccount } from '../../protocol/account.ts';
import type { Office } from '../../protocol/office.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Trouble } from '../../widget/core/wire.ts';
import type { PeopleApi } from './people.ts';

export interface PeopleModel {
  /** Active ones first, by name; null before the first answer. */
  accounts: readonly ManagedAccount[] | null;
  offices: readonly Office[] | null;
  /** Whether the configuration file can be written. */
  writable: boolean;
  /** Why they could not be asked for: what is shown is older. */
  trouble: Trouble | null;
}

/** The accounts and the offices, as the server last said. */
export interface PeopleLists extends Observable<PeopleModel> {
  refresh(): Promise<void>;
}

/** @param onSessionEnded the server no longer knows our session */
export function createPeopleLists(api: PeopleApi, onSessionEnded: () => void): PeopleLists {
  const model = createObservable<PeopleModel>({ accounts: null, offices: null, writable: false, trouble: null });
  return {
    get value() {
      return model.value;
    },
    subscribe: model.subscribe,
    async refresh() {
      const [accounts, offices] = await Promise.all([api.accounts(), api.offices()]);
      if (accounts.ok && offices.ok) {
        const { writable } = offices;
        model.set({ accounts: inOrder(accounts.accounts), offices: offices.offices, writable, trouble: null });
        return;
      }
      const code = !accounts.ok ? accounts.code : offices.ok ? null : offices.code;
      if (code === 'not-signed-in') onSessionEnded();
      model.set({ ...model.value, trouble: code });
    },
  };
}

const inOrder = (accounts: readonly ManagedAccount[]): ManagedAccount[] =>
  accounts.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'it'));
