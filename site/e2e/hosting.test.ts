// Wherever the site is put: under a path, on a static host, on a name that is no secure context, without JavaScript.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { withoutOtherBuilds } from '../../test/kept-builds.ts';
import {
  bench,
  chooseStage,
  expectLine,
  expectReady,
  openPage,
  peer,
  startBrowser,
  startServer,
} from './workbook.ts';

const ROOT = join(import.meta.dirname, '../..');

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

/** A static host as simple as they come: the files of a build below a path, and nothing else. */
async function startStaticHost(dist: string, base: string): Promise<string> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    json: 'application/json',
    svg: 'image/svg+xml',
    woff2: 'font/woff2',
  };
  const host = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    try {
      const file = path.slice(base.length).replace(/(^|\/)$/, '$1index.html');
      const body = readFileSync(join(dist, file));
      response.setHeader('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  ends.push(() => host.close());
  const { port } = host.address() as AddressInfo; // a TCP server has no other
  return `http://127.0.0.1:${port}${base}`;
}

/** Starts `npm run dev`, as its script does. */
async function startDevServer(): Promise<{ readonly url: string; output(): string; stop(): void }> {
  const dev = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '8677'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' },
  });
  const stop = () => void dev.kill();
  ends.push(stop);
  let output = '';
  dev.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const url = () => /http:\/\/localhost:\d+\//.exec(output)?.[0];
  await expect.poll(url, { timeout: 60_000 }).toBeDefined();
  return { url: url() ?? '', output: () => output, stop };
}

/** A script in a message runs in the cage of this page, and the page is told. */
async function runsInCage(page: Page): Promise<void> {
  await page.locator('[data-cage="ready"]').waitFor();
  await page.getByRole('button', { name: 'Une image cassée' }).click();
  await page.getByRole('button', { name: 'Envoyer à droite' }).click();
  await page.locator('[data-count="executed"]', { hasText: '1' }).waitFor();
}

describe('in development', () => {
  test(
    'pages and relay are on one port',
    // A build beside it writes what Astro knows of the content, and the pages would be loaded again.
    () =>
      withoutOtherBuilds(async () => {
        const { url, output, stop } = await startDevServer();
        const { page, expectCalm } = await openPage(`${url}questions/2/#room=atelier&peer=gauche`);
        await expectReady(page);
        await page.getByRole('button', { name: 'Tenir aussi droite ici' }).click();
        await expectReady(page);
        await peer(page, 'gauche').send('en chantier');
        await expectLine(page, 'INFO:ChatServer:gauche send message : en chantier');
        await peer(page, 'droite').expectLast('en chantier');
        await page.goto(`${url}cage/`);
        await runsInCage(page);
        expectCalm();
        expect(output()).not.toContain('[ERROR]'); // as where the pages' packages could not be found beforehand
        stop();
      }),
    240_000,
  );
});

describe('below a path', () => {
  test('all is found: pages, scripts, fonts, worker, relay', async () => {
    const server = await startServer([], { BASE_PATH: '/cours/tp' });
    expect(server.url).toMatch(/\/cours\/tp\/$/);
    const { page, expectCalm } = await openPage(server.url);
    for (const link of await page.locator('header a, main a').all()) {
      const href = await link.evaluate((element: HTMLAnchorElement) => element.href);
      expect(href).toContain(server.url);
      expect((await fetch(href)).status).toBe(200);
    }
    await page.goto(`${server.url}questions/6/#room=chemin&peer=gauche`);
    await expectReady(page);
    await page.getByRole('button', { name: 'Tenir aussi droite ici' }).click();
    await expectReady(page);
    await peer(page, 'gauche').send('sous un chemin');
    await peer(page, 'droite').expectLast('sous un chemin');
    await page.goto(`${server.url}cage/`);
    await runsInCage(page);
    await page.goto(`${server.url}en/questions/6/`);
    await expectReady(page);
    await peer(page, 'gauche').send('below a path');
    await peer(page, 'droite').expectLast('below a path');
    expectCalm();

    // The same files on a host that knows no relay.
    const address = await startStaticHost(server.dist, '/cours/tp/');
    const host = await openPage(`${address}questions/6/`);
    await expectReady(host.page);
    await expect
      .poll(() => bench(host.page).locator('.relay-note').textContent())
      .toBe('relais dans cette page');
    await peer(host.page, 'gauche').send('hébergé');
    await peer(host.page, 'droite').expectLast('hébergé');
    expect(await host.page.getByRole('button', { name: 'Inviter une autre page' }).count()).toBe(0);
    host.expectCalm();

    // Nor headers: there the frame's own sandbox, and the page's meta element, are the bars.
    await host.page.goto(`${address}cage/`);
    await runsInCage(host.page);
    const frame = host.page.frames()[1];
    expect(await frame?.evaluate(() => self.origin)).toBe('null');
    expect(await frame?.evaluate(() => fetch('.').catch(({ name }: Error) => name))).toBe('TypeError');
    // And out of them, at top level or in a frame that has none, it does nothing.
    const message = { user: 'x', text: '<img src="" onerror="alert(1)">', escaping: false };
    const bare = await openPage(`${address}cage/naive-client.html`);
    await bare.page.evaluate((sent) => postMessage(sent, '*'), message);
    const around = await openPage(`${address}protocole/`);
    await around.page.evaluate(
      async ([src, sent]) => {
        const frame = Object.assign(document.createElement('iframe'), { src });
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
        frame.contentWindow?.postMessage(sent, '*');
      },
      [`${address}cage/naive-client.html`, message] as const,
    );
    await around.page.waitForTimeout(300);
    for (const free of [bare.page.mainFrame(), around.page.frames()[1]]) {
      expect(await free?.evaluate(() => self.origin)).toBe(new URL(address).origin);
      expect(await free?.locator('#notice').isVisible()).toBe(true);
      expect(await free?.locator('#talk li').count()).toBe(0);
    }
    bare.expectCalm();
    around.expectCalm();
  }, 240_000);
});

describe('on a plain http name', () => {
  test('the page is no secure context, and everything works', async () => {
    const server = await startServer(['--origin', 'http://classroom.test:8999', '--port', '8999']);
    expect(server.port).toBe(8999);
    const browser = await startBrowser('--host-resolver-rules=MAP classroom.test 127.0.0.1');
    const { page, expectCalm } = await openPage(
      'http://classroom.test:8999/questions/7/#room=nom&peer=gauche',
      {
        browser,
      },
    );
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await page.evaluate(() => crypto.subtle === undefined)).toBe(true);
    await expectReady(page);
    await page.getByRole('button', { name: 'Tenir aussi droite ici' }).click();
    await expectReady(page);
    for (const stage of ['AES-CTR', 'Fernet', 'TTL'] as const) {
      await chooseStage(page, stage);
      await peer(page, 'gauche').send(`à l’étape ${stage}`);
      await peer(page, 'droite').expectLast(`à l’étape ${stage}`);
    }
    // The key that the worker made here opens what the browser's own PBKDF2 sealed elsewhere: see keyring.test.ts.
    await expectLine(page, /^INFO:ChatServer:gauche send message : \(\{'data'/);
    await page.locator('[data-answer="7"] textarea').fill('Le serveur peut modifier le message.');
    await page.getByRole('button', { name: 'Comparer', exact: true }).click();
    await page.getByRole('heading', { name: 'Une réponse modèle' }).waitFor();
    expectCalm();
  }, 240_000);
});

describe('without JavaScript', () => {
  test('every page is a whole text with a true picture of the bench', async () => {
    const server = await startServer();
    const { page, expectCalm } = await openPage(server.url, { javaScriptEnabled: false });
    for (let question = 1; question <= 16; question++) {
      await page.goto(`${server.url}questions/${question}/`);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(1200);
      const picture = page.locator('[data-bench]').filter({ visible: true });
      expect(await picture.count()).toBe(1);
      const log = await picture.locator('.line').allInnerTexts();
      expect(log.some((line) => line.includes('send message : '))).toBe(true);
      expect(await picture.locator('.byte').count()).toBeGreaterThan(10);
      expect(await picture.locator('textarea').filter({ visible: true }).count()).toBe(0);
      // Nothing in it can be reached; what it shows is also there in words.
      expect(await picture.evaluate((element: HTMLElement) => element.inert)).toBe(true);
      const words = page.locator('figure', { has: picture }).locator('figcaption');
      await words.locator('summary').click();
      for (const line of log) expect(await words.innerText()).toContain(line);
      expect(await words.locator('h3').count()).toBe(3);
    }
    await page.goto(`${server.url}questions/13/`);
    const refused = page.locator('figure .check-failed');
    expect(await refused.innerText()).toContain('L’âge ne dépasse pas la durée de vie');
    expect(await page.locator('figcaption').innerText()).toContain('droite refuse');
    await page.goto(`${server.url}banc/`);
    expect(await page.locator('[data-bench]').filter({ visible: true }).count()).toBe(1);
    await page.goto(`${server.url}protocole/`);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(4000);
    expectCalm();
  }, 240_000);
});

test('nothing is found outside of the site, and what is not found is said in the site’s own words', async () => {
  const server = await startServer();
  const { page } = await openPage(`${server.url}perdu/`);
  expect(await page.locator('h1').allTextContents()).toEqual([
    'Cette page n’existe pas',
    'This page does not exist',
  ]);
  const links = await page
    .locator('main a')
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href)); // `main a` finds no other
  expect(links[0]).toBe(server.url);
  expect(links.filter((link) => link.includes('/questions/'))).toHaveLength(32);
  for (const link of links) expect((await fetch(link)).status).toBe(200);
  for (const path of ['package.json', '.git/config', '../package.json', 'server/main.ts', 'data/'])
    expect((await fetch(server.url + path)).status).toBe(404);
}, 240_000);
