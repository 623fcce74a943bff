import { toolEnvironment } from '../setup/places.mjs';

/** Settings of a server that may be at work on this machine: the tests choose their own. */
const OF_THE_SERVER = /^(SPORTELLO_|PORT$|HOST$|NODE_ENV$|FORCE_COLOR$)/;

/**
 * @param {string} root
 * @param {string | undefined} chromium
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(root, chromium, env = process.env) {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_THE_SERVER.test(name)));
  return { ...toolEnvironment(root, kept), NO_COLOR: '1', ...(chromium && { CHROMIUM: chromium }) };
}
