import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const question = z.object({
  q: z.string(),
  /** Articles that answer it; `EMERGENZA` asks for the emergency numbers; empty is out of scope, or a look-alike. */
  ids: z.array(z.string()),
  kind: z.string(),
  /** Several questions in one message: the articles that answer each. */
  parts: z.array(z.array(z.string())).optional(),
});
export type Question = z.infer<typeof question>;

/** Sounds like an emergency and is none: only the false alarm counts. */
export const LOOK_ALIKE = 'look-alike';

export const isEmergency = ({ ids }: Question): boolean => ids.includes('EMERGENZA');
export const isLookAlike = ({ kind }: Question): boolean => kind === LOOK_ALIKE;
export const isInScope = (asked: Question): boolean => asked.ids.length > 0 && !isEmergency(asked);
export const isOutOfScope = (asked: Question): boolean => asked.ids.length === 0 && !isLookAlike(asked);

/** @throws when a line is not a question */
export async function readQuestions(file: string): Promise<Question[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => question.parse(JSON.parse(line)));
}
