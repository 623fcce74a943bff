import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { WholeKnowledge } from '../../protocol/article.ts';
import type { Asked, Timing } from './timing.ts';

/** The same measurement in a headless Chromium. */
export async function timeInChromium(
  knowledge: WholeKnowledge,
  asked: Asked,
  peers?: readonly string[],
): Promise<Timing[]> {
  const script = await bundle(join(import.meta.dirname, 'speed-page.ts'));
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await page.evaluate(([one, two, three]) => window.timeEngines(one, two, three), [
      knowledge,
      asked,
      peers,
    ] as const);
  } finally {
    await browser.close();
  }
}

async function bundle(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'bench' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk === undefined) throw new Error(`Nothing was built of ${entry}`);
  return chunk.code;
}
