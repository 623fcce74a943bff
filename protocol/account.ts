import * as z from 'zod/mini';
import type { OperatorState } from './desk.ts';

/** `POST /api/session`, answered with an HttpOnly cookie and the account, or with a refusal. */
export const signIn = z.object({
  username: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});

/** `GET /api/session` */
export type Account = Pick<OperatorState, 'id' | 'name' | 'skills'>;
