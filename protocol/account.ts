import * as z from 'zod/mini';
import type { OperatorState } from './desk.ts';

/** `POST /api/session`, answered with an HttpOnly cookie and the account, or with a refusal. */
export const signIn = z.object({
  username: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});

/** What one may do besides answering: `editor` writes the articles, `supervisor` leads the desk and sees the same. */
export const role = z.enum(['editor', 'supervisor']);
export type Role = z.infer<typeof role>;

/** `GET /api/session` */
export interface Account extends Pick<OperatorState, 'id' | 'name' | 'skills'> {
  roles: Role[];
}
