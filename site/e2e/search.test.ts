// The search: both languages, nothing loaded before it is used, nothing found that must stay closed, for everyone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { openPage, plainSpaces, startServer } from './workbook.ts';

const ROOT = join(import.meta.dirname, '../..');

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 240_000);

const box = (page: Page) => page.getByRole('searchbox');
const told = async (page: Page) =>
  plainSpaces((await page.locator('[data-search-told]').textContent()) ?? '');
const titles = async (page: Page) =>
  (await page.locator('[data-search-found] h2').allTextContents()).map(plainSpaces);

/** Watches what a page asks for. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

describe('finds', () => {
  test('what is written in French, as one types, with or without accents', async () => {
    const { page, expectCalm } = await openPage(server.url);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Recherche' }).click();
    const asked = requestsOf(page);
    await box(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.includes('pagefind'))).toEqual([]);
    await box(page).fill('horloge');
    await expect.poll(() => told(page)).toMatch(/^(?:\d+ pages|Une page) pour « horloge »\.$/);
    expect(asked.some((path) => path.endsWith('/pagefind/pagefind.js'))).toBe(true);
    expect((await titles(page)).some((title) => /^Question 13 : /.test(title))).toBe(true);
    expect(await page.locator('[data-search-found] mark').first().textContent()).toMatch(/horloge/i);
    // A language has its own index.
    const links = await page
      .locator('[data-search-found] a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname)); // links
    expect(links.filter((path) => path.startsWith('/en/'))).toEqual([]);
    await box(page).fill('prediction');
    await expect.poll(() => told(page)).toContain('« prediction »');
    await box(page).fill('xyzzyqwv');
    await expect.poll(() => told(page)).toBe('Aucune page ne contient « xyzzyqwv ».');
    expect(await page.locator('[data-search-found]').isVisible()).toBe(false);
    expectCalm();
  });

  test('what is written in English, from an address, and leads there with the keyboard', async () => {
    const { page, expectCalm } = await openPage(`${server.url}en/search/?q=replay`);
    await expect.poll(() => told(page)).toMatch(/^(?:\d+ pages|One page) for “replay”\.$/);
    expect(await page.locator('[role=status][data-search-told]').count()).toBe(1);
    await box(page).focus();
    for (const stop of ['Search', ''] as const) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
      if (stop) expect(focused).toBe(stop);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/(?!search)/);
    await page.goBack();
    await expect.poll(() => box(page).inputValue()).toBe('replay');
    await expect.poll(() => told(page)).toContain('“replay”');
    expectCalm();
  });

  test('words that begin as the sought ones do, and no others', async () => {
    const { page, expectCalm } = await openPage(`${server.url}recherche/`);
    for (const text of ['étoile', 'zz top', 'xyzzy']) {
      await box(page).fill(text);
      await expect.poll(() => told(page)).toBe(`Aucune page ne contient « ${text} ».`);
    }
    for (const text of ['horloges', 'mot de passe', 'PBKDF2', 'rejouer', 'clés']) {
      await box(page).fill(text);
      await expect.poll(() => told(page)).toMatch(new RegExp(`(?:pages|page) pour « ${text} »\\.$`));
    }
    // The words go with the reader into the other language.
    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => box(page).inputValue()).toBe('clés');
    expectCalm();
  });

  test('text alone: what is typed and what is found becomes no element', async () => {
    const { page, expectCalm } = await openPage(
      `${server.url}recherche/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    );
    await expect.poll(() => told(page)).toContain('« <img src=x onerror=alert(1)> »');
    expect(await page.locator('main img').count()).toBe(0);
    await box(page).fill('onerror');
    await expect.poll(() => told(page)).toContain('« onerror »');
    expect(await page.locator('main img, main script').count()).toBe(0);
    expectCalm();
  });
});

/** All texts of the index, by the address of the page. */
function indexed(): ReadonlyMap<string, string> {
  const folder = join(server.dist, 'pagefind/fragment');
  return new Map(
    readdirSync(folder).map((file) => {
      const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
      const { url, content }: { url: string; content: string } = JSON.parse(text.slice(text.indexOf('{')));
      return [url, content];
    }),
  );
}

describe('the index', () => {
  test('holds the pages of both languages, and no model answer', () => {
    const pages = indexed();
    expect(pages.size).toBe(2 * 23);
    expect([...pages.keys()].filter((url) => /404|naive|recherche|search|answers/.test(url))).toEqual([]);
    const all = [...pages.values()].join('\n');
    for (const lang of ['fr', 'en'])
      for (const file of readdirSync(join(ROOT, 'answers', lang))) {
        const [, front = '', body = ''] = readFileSync(join(ROOT, 'answers', lang, file), 'utf8').split(
          /^---$/m,
        );
        const { beliefs }: { beliefs: { belief: string }[] } = parse(front);
        const sentences = [
          ...body.split(/\n\n+/).map((text) => text.trim().slice(0, 60)),
          ...beliefs.map(({ belief }) => belief),
        ];
        for (const sentence of sentences.filter((text) => text.length > 30))
          expect({ file, sentence, there: all.includes(sentence) }).toMatchObject({ there: false });
      }
  });

  test('holds the options of bets and the cards of flaws, and nothing that is hidden', () => {
    const pages = indexed();
    expect(pages.get('/questions/7/')).toContain('Choisir une autre heure');
    expect(pages.get('/failles/')).toContain('Un client qui tient son journal');
    expect(pages.get('/failles/')).toContain('PBKDF2HMAC');
    for (const url of ['/', '/en/'])
      expect(pages.get(url)).not.toMatch(/De mémoire|From memory|ne répondra peut-être plus|may not answer/);
  });

  test('holds no button, and nothing of the bench', () => {
    for (const [url, content] of indexed())
      for (const said of ['JavaScript', 'Envoyer', 'tout lancer'])
        expect({ url, said, there: content.includes(said) }).toEqual({ url, said, there: false });
  });
});

describe('for everyone', () => {
  test('without JavaScript, the page says so and lists the pages', async () => {
    const { page } = await openPage(`${server.url}recherche/`, { javaScriptEnabled: false });
    expect(await page.locator('main noscript').textContent()).toContain('a besoin de JavaScript');
    expect(await page.locator('.all a').count()).toBe(16 + 8);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  });

  test.each([
    ['light', 390],
    ['dark', 1440],
  ] as const)('axe finds nothing, in the %s, at %i px', async (colorScheme, width) => {
    const viewport = { width, height: 844 };
    const { page, expectCalm } = await openPage(`${server.url}recherche/?q=jeton`, {
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
    });
    await page.locator('[data-search-found] li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expectCalm();
  });

  test('the page needs what its policy allows beyond the others’', async () => {
    const { page } = await openPage(`${server.url}banc/`);
    await page.route('**/recherche/?q=jeton', async (route) => {
      const html = await (await route.fetch()).text();
      const body = html.replace(" 'wasm-unsafe-eval'", '');
      expect(body).not.toBe(html);
      await route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body });
    });
    await page.goto(`${server.url}recherche/?q=jeton`);
    await expect.poll(() => told(page)).toMatch(/^L’index de la recherche n’a pas pu être chargé/);
  });

  test('where the index cannot be had, the page says so, and tries again', async () => {
    const { page } = await openPage(`${server.url}recherche/`);
    await page.route('**/pagefind/**', (route) => route.abort());
    await box(page).fill('jeton');
    await expect.poll(() => told(page)).toMatch(/^L’index de la recherche n’a pas pu être chargé/);
    await page.unroute('**/pagefind/**');
    await page.reload();
    await expect.poll(() => told(page)).toMatch(/pages pour « jeton »/);
  });
});

test('it is found below a path, too', async () => {
  const below = await startServer([], { BASE_PATH: '/cours/tp' });
  const { page, expectCalm } = await openPage(`${below.url}recherche/?q=rejeu`);
  await page.locator('[data-search-found] h2 a').first().click();
  expect(page.url()).toContain('/cours/tp/');
  await page.locator('main h1').waitFor();
  expect(await page.title()).not.toContain('existe pas');
  expectCalm();
}, 240_000);
