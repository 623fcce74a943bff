import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text that fits a URL, a header or a JSON string. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: a plain SHA-256 suffices, for nobody guesses 256 random bits. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
