// Without a network: the whole workbook as it was visited last, and a new version only when the reader wants it.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { RECORD } from '../build/record.ts';
import { violations } from './axe.ts';
import { bench, expectReady, openPage, peer, plainSpaces, startBrowser, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 240_000);

/** Waits until the browser has kept all of the site, and the page is served from there. */
async function expectKept(page: Page): Promise<void> {
  const controlled = () => page.evaluate(() => Boolean(navigator.serviceWorker.controller));
  await expect.poll(controlled, { timeout: 30_000 }).toBe(true);
}

const notice = (page: Page) => page.locator('[data-new-version] p');

describe('after one visit', () => {
  test('all of it works without a network, in both languages', async () => {
    const { page } = await openPage(`${server.url}questions/2/`, { keeps: true });
    await expectReady(page);
    await expectKept(page);
    await page.context().setOffline(true);
    await page.reload();
    await expectReady(page);
    await expect.poll(() => bench(page).locator('.relay-note').textContent()).toBe('relais dans cette page');
    await peer(page, 'gauche').send('sans réseau');
    await peer(page, 'droite').expectLast('sans réseau');
    // What comes late has been kept, too.
    await bench(page).locator('[data-log] button').last().click();
    await bench(page).locator('.inspector').waitFor();
    await page.locator('[data-answer="2"] textarea').fill('Le serveur lit tout ce que l’on écrit.');
    await page.getByRole('button', { name: 'Comparer', exact: true }).click();
    await page.getByRole('heading', { name: 'Une réponse modèle' }).waitFor();

    await page.goto(`${server.url}en/questions/13/`);
    await expectReady(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await peer(page, 'gauche').send('no network');
    await peer(page, 'droite').expectLast('no network');
    await page.goto(`${server.url}en/search/?q=clock`);
    await page.locator('[data-search-found] li').first().waitFor();
    for (const [path, status] of [
      ['matrice/', 200],
      ['en/questions/16', 200], // the slash is missing
      ['perdu/', 404],
    ] as const) {
      const response = await page.goto(server.url + path);
      expect({ path, status: response?.status() }).toEqual({ path, status });
    }
    expect(await page.locator('h1').first().textContent()).toBe('Cette page n’existe pas');
  }, 240_000);

  test('the policy of a page, and the bars of the cage’s replica, are kept with it', async () => {
    const { page } = await openPage(server.url, { keeps: true });
    await expectKept(page);
    const policies = async () =>
      page.evaluate(async () => {
        const paths = ['cage/naive-client.html', 'questions/7/', 'recherche/'];
        const answers = await Promise.all(paths.map((path) => fetch(path)));
        return answers.map(({ headers }) => headers.get('Content-Security-Policy') ?? '');
      });
    const online = await (async () => {
      const answers = ['cage/naive-client.html', 'questions/7/', 'recherche/'].map((path) =>
        fetch(server.url + path),
      );
      return (await Promise.all(answers)).map(({ headers }) => headers.get('Content-Security-Policy') ?? '');
    })();
    await page.context().setOffline(true);
    expect(await policies()).toEqual(online);
    expect(online[0]).toMatch(/^sandbox allow-scripts;/);
  });

  test('the cage stays empty, and says why: its frame has no origin, and so no worker', async () => {
    const { page } = await openPage(server.url, { keeps: true });
    await expectKept(page);
    await page.context().setOffline(true);
    await page.goto(`${server.url}cage/`);
    await page.getByText('sans réseau, elle reste vide').waitFor();
  });

  test('of a class, nobody can know, and its page says that', async () => {
    const { page } = await openPage(server.url, { keeps: true });
    await expectKept(page);
    await page.context().setOffline(true);
    await page.goto(`${server.url}classe/`);
    await page.getByText('ce cahier ne peut pas savoir s’il y a une classe ici').waitFor();
    expect(await page.getByText('Il n’y a pas de classe à cette adresse').isVisible()).toBe(false);
  });

  test('relay and health are asked of the server alone', async () => {
    const { page } = await openPage(server.url, { keeps: true });
    await expectKept(page);
    const ask = (path: string) =>
      page.evaluate(async (asked) => {
        try {
          return await (await fetch(asked)).json();
        } catch {
          return 'no answer';
        }
      }, path);
    expect(await ask('relay.json')).toEqual({ relay: '/relay', class: false });
    expect(await ask('healthz')).toEqual({ status: 'ok' });
    await page.context().setOffline(true);
    expect(await ask('relay.json')).toEqual({ relay: null, unreached: true });
    expect(await ask('healthz')).toBe('no answer');
    await page.context().setOffline(false);
    expect(await ask('relay.json')).toEqual({ relay: '/relay', class: false });
  });
});

test('a page of a server’s room says that the server does not answer, and finds its conversation again with it', async () => {
  const { page } = await openPage(`${server.url}questions/2/`, { keeps: true });
  await expectReady(page);
  await expectKept(page);
  const note = async () => plainSpaces((await bench(page).locator('.relay-note').textContent()) ?? '');
  const own = page.locator('.bench-live [data-peer="gauche"] .say-own p');
  await bench(page).getByRole('button', { name: 'Inviter une autre page' }).click();
  await expect.poll(note).toMatch(/^relais du serveur/);
  await peer(page, 'gauche').send('dit au salon');
  await own.last().waitFor();
  await page.waitForTimeout(500); // until the tab has kept it
  await page.context().setOffline(true);
  await page.reload();
  await expectReady(page);
  await expect.poll(note).toMatch(/^Le serveur du salon ne répond pas/);
  expect(await violations(page)).toEqual([]);
  await peer(page, 'gauche').send('dit ici');
  await peer(page, 'droite').expectLast('dit ici');
  await page.context().setOffline(false);
  await page.reload();
  await expectReady(page);
  await expect.poll(note).toMatch(/^relais du serveur/);
  expect(await own.allTextContents()).toEqual(['dit au salon']);
}, 120_000);

test('a new version is offered, whole, and comes when the reader wants it', async () => {
  const words = ['--port', '8997'];
  const first = await startServer(words, { ANSWERS: 'open' });
  const { page } = await openPage(`${first.url}questions/9/`, { keeps: true });
  await expectKept(page);
  const other = await page.context().newPage();
  await other.goto(`${first.url}en/questions/2/`);
  await expectReady(other);
  await first.stop();

  const second = await startServer(words, { ANSWERS: 'none' });
  const answersOf = (of: Page) => of.evaluate(() => fetch('/answers/9.json').then(({ status }) => status));
  expect((await fetch(`${second.url}answers/9.json`)).status).toBe(404);
  await page.reload();
  await expect.poll(() => notice(page).isVisible(), { timeout: 30_000 }).toBe(true);
  expect(plainSpaces((await notice(page).innerText()).replace(/\s+/g, ' '))).toBe(
    'Une nouvelle version du cahier est prête. La charger',
  );
  expect(await violations(page)).toEqual([]);
  // Until then, all is of the old one: pages, scripts and answers.
  expect(await answersOf(page)).toBe(200);
  await page.goto(`${second.url}questions/10/`);
  await expectReady(page);
  expect(await answersOf(page)).toBe(200);
  await expect.poll(() => notice(page).isVisible(), { timeout: 30_000 }).toBe(true);
  await page.getByRole('button', { name: 'La charger' }).click();
  // It takes over when the old one rests: whoever asks for files all the time, keeps it busy.
  await expect.poll(() => notice(page).isVisible(), { timeout: 30_000 }).toBe(false);
  await expectReady(page);
  expect(await answersOf(page)).toBe(404);

  // The other tab goes on, and is told; its scripts are still to be had.
  await expect.poll(() => notice(other).isVisible(), { timeout: 30_000 }).toBe(true);
  await peer(other, 'gauche').send('still here');
  await bench(other).locator('[data-log] button').last().click();
  await bench(other).locator('.inspector').waitFor();
  await other.getByRole('button', { name: 'Load it' }).click();
  await expect.poll(() => notice(other).isVisible()).toBe(false);
  await expectReady(other);
}, 300_000);

test('the same sources, built again, are no new version', async () => {
  const workerOf = async ({ url }: Server) => (await fetch(`${url}worker.js`)).text(); // it names each file by its hash
  const before = await workerOf(server);
  rmSync(RECORD, { force: true });
  expect(await workerOf(await startServer())).toBe(before);
}, 400_000);

test('below a path, it keeps what is below it', async () => {
  const below = await startServer([], { BASE_PATH: '/cours/tp', ANSWERS: 'sealed' });
  const { page } = await openPage(below.url, { keeps: true });
  await expectKept(page);
  await page.context().setOffline(true);
  await page.goto(`${below.url}en/questions/3/`);
  await expectReady(page);
  await peer(page, 'gauche').send('below');
  await peer(page, 'droite').expectLast('below');
  const sealed = await page.evaluate(() => fetch('/cours/tp/answers/3.json').then((answer) => answer.json()));
  expect(JSON.stringify(sealed)).not.toContain('criteria');
}, 240_000);

test('on a plain http name there is no worker, and nobody complains', async () => {
  const plain = await startServer(['--origin', 'http://classroom.test:8996', '--port', '8996']);
  const browser = await startBrowser('--host-resolver-rules=MAP classroom.test 127.0.0.1');
  const { page, expectCalm } = await openPage('http://classroom.test:8996/questions/7/', {
    browser,
    keeps: true,
  });
  expect(plain.port).toBe(8996);
  await expectReady(page);
  await page.waitForTimeout(3_000);
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
  expect(await notice(page).isVisible()).toBe(false);
  await peer(page, 'gauche').send('en clair');
  await peer(page, 'droite').expectLast('en clair');
  expectCalm();
}, 240_000);
