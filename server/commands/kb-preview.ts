/**
 * `npm run kb:preview [-- folder] [--port 8090]`: opens the editors' preview on this machine: every article as citizens
 * will see it, what the check finds, and a question to try. Ends with Ctrl+C.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLog } from '../log.ts';
import { openPreview } from '../preview/preview.ts';

const OURS = join(import.meta.dirname, '../../knowledge-base');
const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '8090' } },
  allowPositionals: true,
});

try {
  const preview = await openPreview({
    dir: positionals[0] ?? OURS,
    port: Number(values.port),
    log: createLog('error'),
  });
  console.log(`\n  Anteprima: ${preview.url}\n  Per chiudere: Ctrl+C\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void preview.close().then(() => process.exit(0)));
} catch (error) {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const reason = error instanceof Error ? error.message : String(error);
  console.error(busy ? `La porta ${values.port} è occupata: scegline un’altra con --port.` : `Anteprima: ${reason}`);
  process.exitCode = 1;
}
