// The projects of the tests: the house itself, the lab, the server, the site's logic, and trips in a real browser.
import { defineConfig } from 'vitest/config';

const node = (name: string, ...include: string[]) => ({
  extends: true as const,
  test: { name, include },
});

export default defineConfig({
  test: {
    globalSetup: ['./test/prerequisites.ts'],
    reporters: ['default', './test/last-line.ts'],
    projects: [
      node('house', 'test/*.test.ts'),
      node('lab', 'lab/**/*.test.ts'),
      node('server', 'server/**/*.test.ts'),
      node('site', 'site/{build,chat,components,i18n,islands}/**/*.test.ts'),
    ],
  },
});
