import { createApp, type Listening } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { StoreOpenError } from './store/store-open-error.ts';

/** The process's edge: environment in, signals, exit codes, and what a person reads when it starts. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = createApp(config);
  const listening = await app.listen();

  async function stop(): Promise<void> {
    await app.close();
    // Nothing of ours is left; what a library may still hold must not keep the process.
    process.exit(0);
  }
  // More than once: a signal to the whole process group comes a second time from the command that started us.
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  console.log(greeting(config, listening));
}

function greeting(config: Config, { url, operators }: Listening): string {
  if (config.mode === 'production') return `Sportello listens on ${url}`;
  const accounts = operators.map(({ username, password, name }) => `    ${username}  ${password}  ${name}`);
  return [
    '',
    `  Demo page   ${url}/`,
    `  Console     ${url}/console/`,
    '  Operators (user name, password, shown as)',
    ...accounts,
    '',
  ].join('\n');
}

/** What a person can put right, in one line; null for what only a developer can. */
function remedyFor(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof StoreOpenError) return `${error.message}. ${error.remedy}`;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const { code } = error;
  if (code === 'EADDRINUSE') return `${error.message}: another program uses this port; choose one with PORT=8081.`;
  if (code === 'EACCES') return `${error.message}: this user may not; choose a port above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${error.message}: correct SPORTELLO_HOST.`;
  return null;
}

main().catch((error: unknown) => {
  const remedy = remedyFor(error);
  console.error(remedy === null ? error : `Sportello did not start: ${remedy}`);
  process.exit(1);
});
