// How the workbook is built: its addresses, its languages, its policy, its Markdown.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { ConfigError, readBuildSettings } from './server/config.ts';
import { relayInDev } from './server/dev.ts';
import { frenchSentences } from './site/build/french-sentences.ts';
import { frenchSpacesPlugin } from './site/build/french-spaces-plugin.ts';
import { offlineWorker } from './site/build/offline-worker.ts';
import { sayWherePassphraseIs } from './site/build/passphrase.ts';
import { recordBuild } from './site/build/record.ts';
import { searchIndex } from './site/build/search-index.ts';
import { classesForStyles } from './site/build/shiki-classes.ts';
import { LAYERS } from './site/styles/layers.ts';

// Nothing that a reader, a teacher or a host runs here reports to anybody.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

// The pictured clocks show the same hour wherever the site is built.
process.env.TZ = 'Europe/Paris';

// The shell's BASE_URL, if there is one, would take the place of import.meta.env.BASE_URL in the pages.
delete process.env.BASE_URL;

/** What the environment asks for; what it should not have asked is one line for a person, and no stack. */
function buildSettings() {
  try {
    return readBuildSettings(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const { base, siteUrl, answers } = buildSettings();

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  base,
  ...(siteUrl ? { site: siteUrl } : {}),
  trailingSlash: 'always',
  i18n: { locales: ['fr', 'en'], defaultLocale: 'fr', routing: { prefixDefaultLocale: false } },
  integrations: [
    mdx(),
    preact(),
    relayInDev(base),
    searchIndex(),
    offlineWorker(base),
    recordBuild(),
    sayWherePassphraseIs(answers),
  ],
  markdown: {
    processor: satteri({ mdastPlugins: [frenchSpacesPlugin] }),
    shikiConfig: { theme: 'css-variables', transformers: [classesForStyles] },
  },
  // Scoped styles of components inside a collection's MDX get no hash in the policy; files need none.
  build: { inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types lab',
      ],
      styleDirective: { hashes: [`sha256-${createHash('sha256').update(LAYERS).digest('base64')}`] },
    },
  },
  vite: {
    plugins: [frenchSentences()],
    resolve: {
      // In a browser it would have HTML parsed to learn what `&eacute;` means: a worker cannot, and a page must not.
      alias: [
        {
          find: /^decode-named-character-reference$/,
          replacement: fileURLToPath(
            new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
          ),
        },
      ],
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              chunkFileNames: '_astro/[name].[hash:7].js', // a bench names forty of them
              // What every bench needs comes in a few files, not in thirty: they are smaller together.
              codeSplitting: {
                groups: [
                  {
                    name: 'preact',
                    test: /node_modules\/(?:preact|@preact)\/|\/site\/islands\/(?:Mark|late)\.tsx?$/,
                  },
                  // What the header of every page reads, and what most islands say:
                  {
                    name: 'notebook',
                    priority: 1, // or what comes first takes along what fetches the others
                    test: /vite\/preload-helper|node_modules\/idb\/|\/site\/chat\/trusted-types\.ts$|\/site\/i18n\/(?:spoken|strings|langs|french-spaces)\.ts$|\/site\/notebook\/(?:answers|asked-question|bets|database|hints|keeping-trouble|marks|notebook|old-keeping|own-answers|pieces|progress|progress-shown|tried)\.ts$/,
                  },
                  // What the matrix and the cage need as well:
                  {
                    name: 'stages',
                    test: /\/lab\/(?:bytes|stage|stages|inspect|memory|derive-quickly|stages\/[\w-]+)\.ts$|\/site\/chat\/(?:keyring|browser-pbkdf2|payload)\.ts$|\/server\/log\.ts$/,
                  },
                  {
                    name: 'chat',
                    test: /\/server\/(?!sheets\/)|\/site\/chat\/(?:bench|browser-world|cable|chair|clock|each|keep|kept|link|network|operator|page|peer|places|reading|relay|runs|server|session|time)[\w-]*\.ts$|\/site\/islands\/(?:Runs|bench-context|follow-message|late-parts|look-again|use-kept)\.tsx?$|\/site\/notebook\/code-choice\.ts$/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  devToolbar: { enabled: false },
});
