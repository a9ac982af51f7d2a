// Makes the index of the search from the built pages: their prose, and nothing that a reader or a bench puts there.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';

/** Within `data-pagefind-body`: what is no prose, or is said again on another page. */
const NO_PROSE = [
  'noscript',
  '[hidden]',
  '.answer-live',
  '.cage-live',
  '.experiment-live',
  '.flaw-acts',
  '.flaw-languages',
  '.flaw-progress',
  '.flaw-verdict',
  '.confidence',
  '.number',
  '.sections',
  '.stage-logs',
  '.start',
  '.steps-nav',
  '.to-bench',
  '.wide a',
  '.wide button',
  '.wide td',
  '.wide thead',
];

/** Pagefind's own interfaces: they write HTML, which the pages' policy forbids, and nothing here loads them. */
const UNUSED =
  'pagefind-component-ui.css pagefind-component-ui.js pagefind-highlight.js pagefind-modular-ui.css pagefind-modular-ui.js pagefind-ui.css pagefind-ui.js pagefind-worker.js';

/** @throws Error with what Pagefind said, if it said anything */
function expectNone(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
}

/** Pagefind takes every label for a form's; here they are the options of bets, and lines of code. */
const withLabels = (html: string) => html.replaceAll(/<(\/?)label\b/g, '<$1div');

async function index(folder: string): Promise<void> {
  const made = await createIndex({ excludeSelectors: NO_PROSE });
  expectNone(made.errors);
  if (!made.index) throw new Error('Pagefind made no index');
  for (const sourcePath of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!sourcePath.endsWith('.html')) continue;
    const content = withLabels(readFileSync(join(folder, sourcePath), 'utf8'));
    expectNone((await made.index.addHTMLFile({ sourcePath, content })).errors);
  }
  const outputPath = join(folder, 'pagefind');
  expectNone((await made.index.writeFiles({ outputPath })).errors);
  for (const file of UNUSED.split(' ')) rmSync(join(outputPath, file), { force: true });
}

/** An Astro integration: when all pages are there, `pagefind/` is written beside them. */
export function searchIndex() {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }: { readonly dir: URL }) => {
        try {
          await index(fileURLToPath(dir));
        } finally {
          await close(); // its process would keep the build from ending
        }
      },
    },
  };
}
