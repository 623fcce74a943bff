import type { Office } from '../../protocol/office.ts';
import { plain } from './account-form.ts';

/** An office as its window shows it; `id` is fixed once it is there. */
export interface OfficeForm {
  id: string;
  it: string;
  en: string;
  topics: readonly string[];
  email: string;
  phone: string;
  note: string;
}

export type OfficeProblem = 'name-it' | 'name-en' | 'id' | 'id-taken' | 'email';

export const emptyOffice: OfficeForm = { id: '', it: '', en: '', topics: [], email: '', phone: '', note: '' };

export const officeFormOf = ({ id, name, topics, email, phone, note }: Office): OfficeForm => ({
  id,
  it: name.it,
  en: name.en,
  topics,
  email: email ?? '',
  phone: phone ?? '',
  note: note ?? '',
});

/** «Ufficio Tributi» -> `ufficio-tributi`: what is proposed until a hand writes another. */
export function proposeOfficeId(name: string): string {
  return plain(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 40)
    .replace(/-$/, '');
}

/** In the order of the fields. @param taken the ids of the other offices; null where the id is fixed */
export function officeProblems(form: OfficeForm, taken: readonly string[] | null): OfficeProblem[] {
  const problems: OfficeProblem[] = [];
  if (form.it.trim() === '') problems.push('name-it');
  if (form.en.trim() === '') problems.push('name-en');
  if (taken !== null) {
    if (!/^[a-z0-9-]{2,40}$/.test(form.id.trim())) problems.push('id');
    else if (taken.includes(form.id.trim())) problems.push('id-taken');
  }
  if (form.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(form.email.trim())) problems.push('email');
  return problems;
}

export function officeOf({ id, it, en, topics, email, phone, note }: OfficeForm): Office {
  return {
    id: id.trim(),
    name: { it: it.trim(), en: en.trim() },
    topics: [...topics],
    email: email.trim() || null,
    phone: phone.trim() || null,
    note: note.trim() || null,
  };
}
