// The workbook in English: one switch away, at the same place, with the same conversation and the same answers.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { addressOf, type Place, places } from '../i18n/addresses.ts';
import { langs } from '../i18n/langs.ts';
import { violations } from './axe.ts';
import { frenchOn } from './interface-sentences.ts';
import { bench, expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer([], { ANSWERS: 'open' });
}, 240_000);

const QUESTIONS = Array.from({ length: 16 }, (_, i) => i + 1);
const PLACES: readonly Place[] = [...places, ...QUESTIONS];

const english = (place: Place) => addressOf(server.url, 'en', place);
const switchTo = (page: Page, name: 'English' | 'Français') =>
  page.getByRole('link', { name, exact: true }).click();

describe('the switch', () => {
  test('leads to the same place, where the conversation, the bet and the answer are', async () => {
    const { page, expectCalm } = await openPage(`${server.url}questions/7/#banc`);
    await expectReady(page);
    await peer(page, 'gauche').send('d’une langue à l’autre');
    await peer(page, 'droite').expectLast('d’une langue à l’autre');
    await peer(page, 'droite').box.fill('pas encore envoyé');
    await page.locator('[data-predict] input').nth(1).check();
    const box = page.locator('[data-answer="7"] textarea');
    await box.fill('Le serveur peut modifier le message.');
    await page.getByText('Enregistré', { exact: true }).waitFor();

    await switchTo(page, 'English');
    await expectReady(page);
    expect(page.url()).toBe(`${server.url}en/questions/7/#banc`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await peer(page, 'droite').expectLast('d’une langue à l’autre');
    await expect.poll(() => peer(page, 'droite').box.inputValue()).toBe('pas encore envoyé');
    expect(await page.locator('[data-predict] input').nth(1).isChecked()).toBe(true);
    await expect.poll(() => box.inputValue()).toBe('Le serveur peut modifier le message.');
    const ring = page.locator('[data-ring="7"]');
    await expect.poll(() => ring.getAttribute('aria-label')).toMatch(/^Question 7: .+, predicted, answered$/);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('heading', { name: 'A model answer' }).waitFor();
    const model = (await page.locator('.model').textContent()) ?? '';
    expect(model).toMatch(/\bthe\b/);
    expect(model).not.toMatch(/[«»]|\ble\b/);

    // And back, with what was said here.
    await peer(page, 'gauche').send('from one language to the other');
    await peer(page, 'droite').expectLast('from one language to the other');
    await switchTo(page, 'Français');
    await expectReady(page);
    expect(page.url()).toBe(`${server.url}questions/7/#banc`);
    await peer(page, 'droite').expectLast('from one language to the other');
    expectCalm();
  }, 60_000);

  test('keeps the room that one was invited to, and the fragment of the moment', async () => {
    const { page } = await openPage(`${server.url}questions/2/#room=atelier&peer=gauche`);
    await expectReady(page);
    await switchTo(page, 'English');
    await expectReady(page);
    expect(page.url()).toBe(`${server.url}en/questions/2/#room=atelier&peer=gauche`);
    await bench(page).getByText('the server’s relay, room atelier').waitFor();
    await page.evaluate(() => history.replaceState(null, '', '#essayer'));
    await switchTo(page, 'Français');
    expect(page.url()).toBe(`${server.url}questions/2/#essayer`);
  });

  test.each(['fr', 'en'] as const)('is on every page in %s', async (lang) => {
    const { page, expectCalm } = await openPage(server.url, { javaScriptEnabled: false });
    for (const place of PLACES) {
      await page.goto(addressOf(server.url, lang, place));
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      const [other = 'fr'] = langs.filter((tongue) => tongue !== lang);
      const link = page.locator('header a[data-language]');
      expect(await link.getAttribute('hreflang')).toBe(other);
      expect(await link.getAttribute('lang')).toBe(other);
      const there = addressOf('/', other, place);
      expect(await link.getAttribute('href')).toBe(there);
      expect((await fetch(new URL(there, server.url))).status).toBe(200);
    }
    expectCalm();
  });
});

test('where the site knows its origin, each page names its own address and those in both languages', async () => {
  const SITE_URL = 'https://www.example.org';
  const hosted = await startServer([], { SITE_URL });
  const { page } = await openPage(hosted.url, { javaScriptEnabled: false });
  for (const lang of langs)
    for (const place of ['home', 'matrix', 7] as const) {
      await page.goto(addressOf(hosted.url, lang, place));
      const links = await page
        .locator('head link:is([rel="alternate"], [rel="canonical"])')
        .evaluateAll((found) => found.map((one) => [one.getAttribute('hreflang'), one.getAttribute('href')]));
      expect(links).toEqual([
        [null, addressOf(`${SITE_URL}/`, lang, place)],
        ['fr', addressOf(`${SITE_URL}/`, 'fr', place)],
        ['en', addressOf(`${SITE_URL}/`, 'en', place)],
        ['x-default', addressOf(`${SITE_URL}/`, 'fr', place)],
      ]);
    }
});

describe('in English', () => {
  test('every page is so throughout, without a script too', async () => {
    const { page } = await openPage(server.url, { javaScriptEnabled: false });
    for (const place of PLACES) {
      await page.goto(english(place));
      expect({ place, french: await frenchOn(page) }).toEqual({ place, french: [] });
      // Their links stay in the language.
      const links = await page
        .locator('a[href]:not([data-language])')
        .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
      const astray = links.filter((href) => !/^(?:#|\.\.?\/|\/en\/|https?:)/.test(href));
      expect({ place, astray }).toEqual({ place, astray: [] });
    }
    // The finder finds: of a French page it tells much.
    await page.goto(`${server.url}questions/7/`);
    expect((await frenchOn(page)).length).toBeGreaterThan(30);
  }, 240_000);

  test('so is what comes later: the inspector, the server’s seat, the experiments', async () => {
    const { page, expectCalm } = await openPage(english(1));
    for (const question of QUESTIONS) {
      await page.goto(english(question));
      await expectReady(page);
      await page.locator('[data-predict] input').first().check();
      await page.locator('[data-experiment]').scrollIntoViewIfNeeded();
      await page.locator('[data-experiment] .exp-foot').waitFor();
      const act = page.locator('.exp-act:enabled').first();
      if ((await act.count()) > 0) await act.click();
      expect({ question, french: await frenchOn(page) }).toEqual({ question, french: [] });
    }
    await page.goto(english(7));
    await expectReady(page);
    await page.getByRole('button', { name: 'Start over' }).click();
    await bench(page).getByRole('button', { name: 'Take the server’s seat' }).click();
    await bench(page).locator('.console').waitFor();
    await peer(page, 'gauche').send('rdv 14h');
    await bench(page).locator('.seen').first().waitFor();
    await peer(page, 'droite').expectLast('rdv 14h');
    await bench(page).locator('[data-log] button').last().click();
    await bench(page).locator('.forge').waitFor();
    for (const summary of await bench(page).locator('summary').all()) await summary.click();
    expect(await frenchOn(page)).toEqual([]);
    await bench(page).getByRole('button', { name: 'Be honest again' }).click();
    await bench(page).locator('.inspector').waitFor();
    await bench(page).getByRole('heading', { name: 'droite’s checks' }).waitFor();
    expect(await frenchOn(page)).toEqual([]);
    expectCalm();
  }, 180_000);

  test('the matrix tells its traces, and the cage what happened in it', async () => {
    const { page, expectCalm } = await openPage(english('matrix'));
    await page.getByRole('button', { name: 'run all: “Flip bits: 14h becomes 18h”, at every stage' }).click();
    await page.locator('[data-matrix] [data-outcome]').nth(4).waitFor();
    await page.getByRole('button', { name: /^Flip bits: .+, at stage Fernet: stopped HMAC/ }).click();
    await page.locator('[data-trace]').getByText('the check that fails: “The HMAC is the one').waitFor();
    await page.getByRole('link', { name: 'in three tries, further down' }).click();
    await page.locator('astro-island:not([ssr]) [data-oracle="cbc"]').waitFor();
    await page.getByRole('button', { name: /^Run the padding oracle: AES-CBC and PKCS#7/ }).click();
    await page.getByText('The attacker reads everything:').waitFor({ timeout: 30_000 });
    expect(await frenchOn(page)).toEqual([]);

    await page.goto(english('cage'));
    await page.locator('[data-cage="ready"]').waitFor();
    for (const name of ['A broken image', 'Send to droite']) await page.getByRole('button', { name }).click();
    await page.getByText('a script ran on droite’s machine').waitFor();
    expect(await frenchOn(page)).toEqual([]);
    const [, replica] = page.frames();
    if (!replica) throw new Error('no frame');
    expect(await replica.locator('html').getAttribute('lang')).toBe('en');
    await replica.getByRole('heading', { name: 'droite’s screen, naive client' }).waitFor();
    await replica.getByRole('list', { name: 'Messages received' }).waitFor();
    await replica.getByText('A script from a message has run here: alert(1)').waitFor();
    expectCalm();
  }, 60_000);

  test('axe finds nothing, and nothing is wider than a phone', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, expectCalm } = await openPage(server.url, { viewport, reducedMotion: 'reduce' });
    for (const place of PLACES) {
      await page.goto(english(place));
      if (place === 'bench' || typeof place === 'number') await expectReady(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ place, width }).toEqual({ place, width: 390 });
      if (place === 'home' || place === 'matrix' || place === 7)
        expect({ place, found: await violations(page) }).toEqual({ place, found: [] });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const place of ['home', 'matrix', 7] as const) {
      await page.goto(english(place));
      if (place === 7) await expectReady(page); // a button that wakes up is still pale
      expect({ place, found: await violations(page) }).toEqual({ place, found: [] });
    }
    expectCalm();
  }, 240_000);
});
