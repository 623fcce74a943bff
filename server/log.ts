import { pino, stdTimeFunctions, type Logger } from 'pino';
import type { Config } from './config.ts';

/** Structured lines on standard output, for whoever collects them. What is personal must not be handed in. */
export function createLog(level: Config['logLevel']): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime });
}
