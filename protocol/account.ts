import * as z from 'zod/mini';
import { language, service } from './conversation.ts';
import type { OperatorState } from './desk.ts';
import { LIMITS } from './limits.ts';
import { officeId } from './office.ts';
import { line, someLine, text } from './text.ts';

/** `POST /api/session`, answered with an HttpOnly cookie and the account, or with a refusal. */
export const signIn = z.object({
  username: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});

/** What one may do besides answering: `editor` writes the articles, `supervisor` leads the desk and sees the same. */
export const role = z.enum(['editor', 'supervisor']);
export type Role = z.infer<typeof role>;

/** `GET /api/session` */
export interface Account extends Pick<OperatorState, 'id' | 'name' | 'skills' | 'languages' | 'offices'> {
  roles: Role[];
}

/**
 * Who may enter the desk: those who answer citizens, who are asked for an office, or who lead. Who only looks after
 * the articles has no business with what citizens write.
 */
export function hasDesk({ skills, offices, roles }: Pick<Account, 'skills' | 'offices' | 'roles'>): boolean {
  return skills.length > 0 || offices.length > 0 || roles.includes('supervisor');
}

/*
 * `/api/accounts`, for a session with the role `supervisor`; others get `forbidden`.
 * GET -> `{ ok: true, accounts }` · POST newAccount -> `{ ok: true, account, password }` · PATCH /<id> changeAccount ->
 * `{ ok: true, account }` · POST /<id>/password -> `{ ok: true, password }`. A password is made by the server, shown
 * once, and changed by its owner: `POST /api/session/password`.
 */

export interface ManagedAccount extends Account {
  username: string;
  active: boolean;
}

const name = someLine(LIMITS.name);
const skills = z.array(service);
const roles = z.array(role);
const languages = z.array(language).check(z.minLength(1));
const offices = z.array(officeId);

export const newAccount = z.object({
  username: z.string().check(z.trim(), z.regex(/^[a-z0-9][a-z0-9._-]{1,59}$/)),
  name,
  skills,
  roles,
  languages,
  offices,
});

export const changeAccount = z.partial(z.object({ name, skills, roles, languages, offices, active: z.boolean() }));

export const changePassword = z.object({
  current: z.string().check(z.minLength(1), z.maxLength(200)),
  next: z.string().check(z.minLength(1), z.maxLength(200)),
});

/*
 * `/api/offices`, for supervisors: GET -> `{ ok: true, offices, writable }` · PUT putOffices -> `{ ok: true, offices }`.
 * They are written into the configuration file; everything else in it stays as it is, comments included.
 */
export const putOffices = z.object({
  offices: z
    .array(
      z.object({
        id: officeId,
        name: z.object({ it: name, en: name }),
        topics: z.array(z.string().check(z.maxLength(40))),
        email: z.nullable(z.string().check(z.trim(), z.maxLength(254))),
        phone: z.nullable(line(30)),
        note: z.nullable(text(500)),
      }),
    )
    .check(z.maxLength(200)),
});
