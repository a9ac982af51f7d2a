// The projects of the tests: the house itself, the lab, the server, the site's logic, and trips in a real browser.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM } from './test/chromium.ts';

const node = (name: string, ...include: string[]) => ({
  extends: true as const,
  test: { name, include, exclude: ['**/*-in-tab.test.ts', 'server/main.test.ts'] },
});

export default defineConfig({
  test: {
    globalSetup: ['./test/prerequisites.ts'],
    testTimeout: 20_000, // as many tests at once as there are cores, on machines that others use too
    reporters: ['default', './test/last-line.ts'],
    maxWorkers: '100%',
    projects: [
      node('house', 'test/*.test.ts'),
      node('lab', 'lab/**/*.test.ts'),
      node('server', 'server/**/*.test.ts'),
      node(
        'site',
        'site/{build,chat,class,components,experiments,i18n,islands,notebook,offline,projector,search,teaching}/**/*.test.ts',
      ),
      {
        // Each file starts servers and a browser, which keep both cores of a small machine busy: one after the other, when all else is done.
        extends: true,
        test: {
          name: 'e2e',
          include: ['site/e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          retry: process.env.CI ? 1 : 0, // there, others' work may stop a browser for half a minute; the report names what was tried again
          expect: { poll: { timeout: 20_000 } }, // a busy machine is slow, not wrong
        },
      },
      {
        // They start whole servers, and have the site built in many ways, of which dist/ is one: after the trips.
        extends: true,
        test: {
          name: 'commands',
          include: ['server/main.test.ts', 'bench/soak/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 240_000, // it waits for builds
        },
      },
      {
        extends: true,
        // Found late, any of these would have the page loaded again, in the middle of a test.
        optimizeDeps: {
          include: [
            '@noble/ciphers/aes.js',
            '@noble/hashes/hmac.js',
            '@noble/hashes/pbkdf2.js',
            '@noble/hashes/scrypt.js',
            '@noble/hashes/sha2.js',
            '@preact/signals',
            'idb',
            'preact/hooks',
            'preact/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'tab',
          include: ['site/{chat,class,islands,notebook}/*-in-tab.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: CHROMIUM }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
