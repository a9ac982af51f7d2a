// The built site: how long the build takes, what each page makes a browser load, and what Lighthouse says.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { CHROMIUM } from '../test/chromium.ts';
import { runServer } from '../test/running-server.ts';
import { scoresOf } from './peers/lighthouse.ts';
import { median, type Row } from './table.ts';

const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 3;
const KB = 1000;

/** @returns seconds for `npm run build` from nothing */
function buildTime(): number {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the build failed');
  return (performance.now() - started) / 1000;
}

/** The paths of all pages of the built site. */
function pagePaths(): string[] {
  return readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.slice(0, -'index.html'.length))
    .sort();
}

interface Weight {
  /** kilobytes, gzip, of every script and worker, those within the page and the sentences that they say there too */
  readonly scripts: number;
  /** the same once the page has been read to its end, with its experiment */
  readonly readScripts: number;
  /** the same of every style sheet */
  readonly styles: number;
}

/** What a reader's screen shows at a time, and how long it stays there. */
const SCREEN = { pixels: 600, ms: 100 };

/** Loads a page, reads it from its top to its end, and weighs what came. */
async function weigh(browser: Browser, url: string): Promise<Weight> {
  const page = await browser.newPage();
  const sizes = { script: 0, stylesheet: 0 };
  const coming: Promise<void>[] = [];
  const add = (kind: keyof typeof sizes, body: Buffer | string) => {
    sizes[kind] += gzipSync(body, { level: 9 }).length / KB;
  };
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet')
      coming.push(response.body().then((body) => add(kind, body)));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  for (const inline of await page.locator('script:not([src])').allTextContents()) add('script', inline);
  const sentences = await page.locator('template[data-words]').evaluateAll(
    (templates) => templates.map((template) => (template as HTMLTemplateElement).content.textContent ?? ''), // by its name
  );
  for (const said of sentences) add('script', said);
  await Promise.all(coming);
  const scripts = sizes.script;
  await page.evaluate(async ({ pixels, ms }) => {
    for (let at = 0; at < document.body.scrollHeight; at += pixels) {
      window.scrollTo(0, at);
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }, SCREEN);
  await page.waitForLoadState('networkidle');
  await Promise.all(coming);
  await page.close();
  return { scripts, readScripts: sizes.script, styles: sizes.stylesheet };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

const heaviest = (weights: readonly Weight[], part: keyof Weight) =>
  Math.max(...weights.map((weight) => weight[part]));

export async function benchPages(): Promise<Row[]> {
  const times = Array.from({ length: ROUNDS }, buildTime);
  const server = await runServer();
  const port = await freePort();
  const browser = await chromium.launch({
    ...CHROMIUM,
    args: [...CHROMIUM.args, `--remote-debugging-port=${port}`],
  });
  const paths = pagePaths();
  const withBench = paths.filter((path) =>
    /^(?:en\/)?(?:questions|banc|bench|cage|matrice|matrix|au-dela|beyond|copie|sheet|failles|flaws|classe|class)\//.test(
      path,
    ),
  );
  const ofTeacher = paths.filter((path) => /^(?:en\/)?(?:prof|teacher|journal)\//.test(path));
  const texts = paths.filter((path) => ![...withBench, ...ofTeacher].includes(path));
  const weighAll = async (some: readonly string[]) => {
    const weights: Weight[] = [];
    for (const path of some) weights.push(await weigh(browser, `${server.url}${path}`));
    return weights;
  };
  const textWeights = await weighAll(texts);
  const benchWeights = await weighAll(withBench);
  const teacherWeights = await weighAll(ofTeacher);
  const scores = await scoresOf(`${server.url}questions/7/`, port, ROUNDS);
  await browser.close();
  await server.stop();
  return [
    { what: `Build of the whole site, ${paths.length} pages`, measured: median(times), unit: 's', limit: 15 },
    {
      what: `Scripts of the heaviest of ${texts.length} text pages, gzip`,
      measured: heaviest(textWeights, 'scripts'),
      unit: 'KB',
      limit: 8,
    },
    {
      what: `Scripts of the heaviest of ${withBench.length} pages with a bench, a cage, the matrix, the sheet, cards or a class, gzip`,
      measured: heaviest(benchWeights, 'scripts'),
      unit: 'KB',
      limit: 60,
    },
    {
      what: 'the same, read to its end, with its experiment',
      measured: heaviest(benchWeights, 'readScripts'),
      unit: 'KB',
    },
    {
      what: 'Scripts of the teacher’s console or the projector, whichever is heavier, gzip',
      measured: heaviest(teacherWeights, 'scripts'),
      unit: 'KB',
    },
    {
      what: 'Style sheets of the heaviest page, gzip',
      measured: heaviest([...textWeights, ...benchWeights, ...teacherWeights], 'styles'),
      unit: 'KB',
    },
    ...scores.map(({ category, score }) => ({
      what: `Lighthouse on question 7, mobile: ${category}`,
      measured: score,
      unit: 'of 100',
      above: category === 'performance' ? 98 : 100,
    })),
  ];
}
