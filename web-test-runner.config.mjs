import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';

import { browserTestCount } from './scripts/checks/browser-test-count.mjs';

const countFile = process.env.TEST_COUNT_FILE;
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: true,
  concurrency: 2,
  reporters: [defaultReporter(), ...(countFile ? [browserTestCount(countFile)] : [])],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('lit.dev/msg/dev-mode'),
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'widget/tsconfig.json' }), a11ySnapshotPlugin()],
  browsers: [
    chromeLauncher({
      // A window for each file: in a tab behind another nothing is drawn, and nothing observed.
      createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
      launchOptions: {
        executablePath: chromium,
        args: [
          '--no-sandbox',
          '--disable-component-update',
          '--disable-domain-reliability',
          '--disable-gpu',
          // Elements tell their computed role and name: tests look at those, not at attributes.
          '--enable-blink-features=ComputedAccessibilityInfo',
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
        ],
      },
    }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
};
