import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where a worker waits for the next clone: outside the checkout, one file for each system it runs on.
 *
 * @param {object} of
 * @param {string} of.version mediasoup's
 * @param {string} of.recipe digest of the build's own files, so that a mended build is not passed over for an old one
 * @param {string} [of.platform]
 * @param {string} [of.arch]
 * @param {string} [of.osRelease] the text of /etc/os-release
 * @param {NodeJS.ProcessEnv} [of.env]
 */
export function workerCacheFile({
  version,
  recipe,
  platform = process.platform,
  arch = process.arch,
  osRelease = readOsRelease(),
  env = process.env,
}) {
  const system = [platform, arch, distribution(osRelease)].filter(Boolean).join('-');
  return join(cacheFolder(env), 'sportello', `mediasoup-worker-${version}-${system}-${recipe.slice(0, 8)}`);
}

/**
 * By the XDG base directory specification a relative path there is to be ignored.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function cacheFolder(env) {
  const named = env['XDG_CACHE_HOME'];
  return named && isAbsolute(named) ? named : join(env['HOME'] || homedir(), '.cache');
}

/**
 * @param {string} osRelease
 * @returns {string} such as "debian-12"; empty where the system does not say
 */
function distribution(osRelease) {
  const value = (/** @type {string} */ name) => osRelease.match(new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm'))?.[1];
  return [value('ID'), value('VERSION_ID')].filter(Boolean).join('-');
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
