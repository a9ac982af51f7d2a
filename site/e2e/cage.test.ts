// The cage in a real browser: what runs in it, what it cannot reach from there, and what the page believes of it.
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { openPage, startServer, type WatchedPage } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

/** A stranger's server: whoever asks it for anything is on its list. */
const asked: string[] = [];
const frame = (address: string) => `<!doctype html><title>ailleurs</title><iframe src="${address}"></iframe>`;
const stranger = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://stranger');
  asked.push(pathname);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(pathname === '/frame' ? frame(searchParams.get('address') ?? '') : 'ailleurs');
});
let elsewhere = '';
beforeAll(async () => {
  stranger.listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`; // a TCP server has no other
});
afterAll(() => {
  stranger.closeAllConnections();
  stranger.close();
});

interface Visit extends WatchedPage {
  /** the addresses from which something came into a frame of the page, since its replica was ready */
  readonly answers: string[];
}

/** The page of the cage, once its replica has answered. */
async function visit(): Promise<Visit> {
  const watched = await openPage(`${server.url}cage/`);
  const { page } = watched;
  await isReady(page);
  const answers: string[] = [];
  page.on('response', (response) => {
    if (response.frame() !== page.mainFrame()) answers.push(response.url());
  });
  return { ...watched, answers };
}

/** Waits until it is so: the machine may be busy. */
const soon = <Found>(found: () => Promise<Found>) => expect.poll(found);

const isReady = (page: Page) => page.locator('[data-cage="ready"]').waitFor();

/** A replica that has seen nothing. */
async function startAgain({ page, answers }: Visit): Promise<void> {
  await press(page, 'Recommencer');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))); // it is drawn
  await isReady(page);
  answers.length = 0;
}

const inside = (page: Page) => page.frameLocator('.cage-bars iframe');
const talk = (page: Page) => inside(page).locator('#talk li').allTextContents();
const count = async (page: Page, name: 'shown' | 'executed' | 'naive' | 'relay') =>
  Number(await page.locator(`[data-count="${name}"] dd`).textContent());
const story = async (page: Page) => page.locator('.cage-report [role="status"]').textContent();
const state = (page: Page) => page.locator('[data-cage]').getAttribute('data-cage');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Hands a text in, and waits until the replica has it. */
async function hand(page: Page, text: string): Promise<void> {
  const before = await count(page, 'shown');
  await page.getByRole('textbox', { name: 'Message de gauche à droite' }).fill(text);
  await press(page, 'Envoyer à droite');
  await soon(() => count(page, 'shown')).toBe(before + 1);
}

/** Time enough for a script in the frame to have run, had it been one: as long as another one's proof takes to come. */
async function settle(page: Page): Promise<void> {
  await inside(page)
    .locator('body')
    .evaluate(() => new Promise((done) => setTimeout(done, 300)));
}

const IMAGE = '<img src="" onerror="alert(1)">';

describe('what comes in a message', () => {
  // One page for all, each with a replica of its own.
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit();
  }, 60_000);
  beforeEach(async () => {
    await startAgain(visited);
    await visited.page.getByRole('switch', { name: 'Échapper' }).uncheck();
  });

  test('a script runs in the naive client, and the page is told', async () => {
    const { page, expectCalm } = visited;
    await press(page, 'Une image cassée');
    await press(page, 'Envoyer à droite');
    await soon(() => count(page, 'executed')).toBe(1);
    expect(await inside(page).locator('#said').textContent()).toBe('alert(1)');
    expect(await inside(page).locator('#lamp').isVisible()).toBe(true);
    expect(await story(page)).toMatch(/un script s’est exécuté chez droite/);
    expectCalm();
  });

  test('a script rewrites what droite reads', async () => {
    const { page, expectCalm } = visited;
    await press(page, 'Une fausse ligne à l’écran');
    await press(page, 'Envoyer à droite');
    await soon(() => count(page, 'executed')).toBe(1);
    expect(await talk(page)).toEqual(['droite : je démissionne']);
    expectCalm();
  });

  test('a script is not run out of a script tag, which a browser leaves alone there', async () => {
    const { page, expectCalm } = visited;
    await press(page, 'Une balise script');
    await press(page, 'Envoyer à droite');
    await soon(() => count(page, 'shown')).toBe(1);
    await settle(page);
    expect(await inside(page).locator('#talk script').count()).toBe(1);
    expect(await count(page, 'executed')).toBe(0);
    expect(await story(page)).toMatch(/n’exécute pas une balise <script> insérée par innerHTML/);
    await hand(page, 'un <b>mot</b>');
    expect(await story(page)).toMatch(/Aucun script ne s’est signalé\.$/);
    expectCalm();
  });

  test('a script is a text once it is escaped, and then comes twice when it is replayed', async () => {
    const { page, expectCalm } = visited;
    await page.getByRole('switch', { name: 'Échapper' }).check();
    await hand(page, IMAGE);
    await settle(page);
    expect(await talk(page)).toEqual([`gauche : ${IMAGE}`]);
    expect(await inside(page).locator('#talk img').count()).toBe(0);
    expect(await inside(page).locator('#lamp').isVisible()).toBe(false);
    await press(page, 'Rejouer le dernier');
    await soon(() => talk(page)).toEqual([`gauche : ${IMAGE}`, `gauche : ${IMAGE}`]);
    await settle(page);
    expect(await count(page, 'executed')).toBe(0);
    expect(await story(page)).toMatch(/^Échappé.* C’est une copie/);

    await page.getByRole('switch', { name: 'Échapper' }).uncheck(); // the same text, by the same way, without it
    await press(page, 'Rejouer le dernier');
    await soon(() => count(page, 'executed')).toBe(1);
    expectCalm();
  });

  test('an image with a broken address asks for nothing, and runs', async () => {
    const { page, answers } = await visit();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await hand(page, '<img src=x onerror=alert(document.domain)>');
    await soon(() => count(page, 'executed')).toBe(1);
    expect(answers).toEqual([]);
    // The browser says so: these are the bars at work.
    expect(complaints.length).toBeGreaterThan(0);
    for (const complaint of complaints)
      expect(complaint).toMatch(/^Loading the image .* violates .* 'none'/s);
  });

  test('a line end forges a line of the naive log, escaped or not, and none of the relay’s own', async () => {
    const { page, expectCalm } = visited;
    const naive = () => inside(page).locator('#log li').allTextContents();
    await press(page, 'Une fausse ligne au journal');
    await press(page, 'Envoyer à droite');
    const forged = [
      'INFO:ChatServer:gauche send message : ok',
      'INFO:ChatServer:droite send message : je démissionne',
    ];
    await soon(naive).toEqual(forged);
    await page.getByRole('switch', { name: 'Échapper' }).check();
    await press(page, 'Rejouer le dernier');
    await soon(naive).toEqual([...forged, ...forged]);
    await soon(() => count(page, 'naive')).toBe(4);
    const own = await page.locator('.cage-lines li').allTextContents();
    expect(own).toEqual(Array(2).fill(forged.join('\\n')));
    expect(own).toHaveLength(await count(page, 'relay'));
    expectCalm();
  });
});

describe('out of the cage', () => {
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit();
    await visited.page.evaluate(() => {
      localStorage.setItem('secret', 'à moi');
      // biome-ignore lint/suspicious/noDocumentCookie: the other way needs a secure context
      document.cookie = 'secret=moi';
    });
  }, 60_000);

  /** A message whose script says by `alert` what it got, or which error it got instead. */
  const trying = (expression: string) =>
    `<img src="" onerror="try { alert(${expression}) } catch (error) { alert(error.name) }">`;

  test.each([
    ['the page’s document', 'parent.document.title'],
    ['the page’s address', 'parent.location.href'],
    ['the page’s variables', 'top.cage'],
    ['the answers', 'localStorage.length'],
    ['the conversation', 'sessionStorage.length'],
    ['the cookies', 'document.cookie'],
    ['the caches', 'caches.keys()'],
    ['a page around it, to go elsewhere', "top.location = '/banc/'"],
    ['a page around it, by its fragment', "parent.location.hash = '#pris'"],
    ['a page around it, by its history', 'top.history.back()'],
  ])('no script gets %s', async (_, expression) => {
    await startAgain(visited);
    const { page, answers } = visited;
    await hand(page, trying(expression));
    await soon(() => inside(page).locator('#said').textContent()).toBe('alert(SecurityError)');
    expect(page.url()).toBe(`${server.url}cage/`);
    expect(answers).toEqual([]);
  });

  test.each([
    ['fetch', 'fetch(URL)'],
    ['a beacon', 'navigator.sendBeacon(URL)'],
    ['an image', 'new Image().src = URL'],
    ['a socket', "new WebSocket(URL.replace('http', 'ws'))"],
    ['an event stream', 'new EventSource(URL)'],
    ['a worker', 'new Worker(URL)'],
    [
      'a style sheet',
      "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: URL }))",
    ],
    ['a script', "document.head.append(Object.assign(document.createElement('script'), { src: URL }))"],
    ['a frame', "document.body.append(Object.assign(document.createElement('iframe'), { src: URL }))"],
    [
      'a form',
      "document.body.append(f = Object.assign(document.createElement('form'), { action: URL })); f.submit()",
    ],
    ['a window', 'open(URL)'],
    [
      'a link to a new window',
      "document.body.append(a = Object.assign(document.createElement('a'), { href: URL, target: '_blank' })); a.click()",
    ],
    [
      'a link to the page',
      "document.body.append(a = Object.assign(document.createElement('a'), { href: URL, target: '_top' })); a.click()",
    ],
    ['its own address', 'location = URL'],
  ])('nothing is asked of a stranger by %s', async (_, work) => {
    await startAgain(visited);
    const { page } = visited;
    const pages: Page[] = [];
    page.context().on('page', (opened) => pages.push(opened));
    const script = work.replaceAll('URL', `'${elsewhere}vol'`).replaceAll('"', '&quot;');
    const before = asked.length;
    await hand(page, `<img src="" onerror="alert('essai'); ${script}">`);
    await soon(() => count(page, 'executed')).toBe(1); // it did run, up to there
    await page.waitForTimeout(400);
    expect(asked.slice(before)).toEqual([]);
    expect(pages).toEqual([]);
    expect(page.url()).toBe(`${server.url}cage/`);
  });

  test('a link that somebody presses leads nowhere', async () => {
    await startAgain(visited);
    const { page, answers } = visited;
    await hand(page, '<a href="/banc/" target="_top">ici</a> <a href="/banc/" target="_blank">là</a>');
    for (const link of ['ici', 'là']) await inside(page).getByText(link, { exact: true }).click();
    await settle(page);
    expect(page.url()).toBe(`${server.url}cage/`);
    expect(page.context().pages()).toHaveLength(1);
    expect(answers).toEqual([]);
  });

  test.each([
    ['another page of this site', "location = '/questions/2/'"],
    ['an empty page', "location = 'about:blank'"],
    ['a stranger’s page', "location = 'http://127.0.0.1:9/'"],
    ['itself, once more', 'location.reload()'],
  ])('a replica that goes to %s is gone', async (_, work) => {
    await startAgain(visited);
    const { page } = visited;
    await hand(page, `<img src="" onerror="${work}">`);
    await soon(() => state(page)).toBe('left');
    expect(await page.locator('.cage-bars iframe').count()).toBe(0);
    expect(await story(page)).toContain('a quitté sa page');
    await startAgain(visited);
    expect(await count(page, 'shown')).toBe(0);
    await hand(page, IMAGE);
    await soon(() => count(page, 'executed')).toBe(1);
  });
});

describe('the page around it', () => {
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit();
  }, 60_000);

  test.each([
    [
      'by turns',
      "setInterval(() => { for (let i = 0; i < 1000; i++) parent.postMessage('executed', '*') })",
      'flooded',
    ],
    ['with megabytes', "setInterval(() => parent.postMessage('executed'.repeat(1e6), '*'))", 'flooded'],
    [
      'of what it does not know',
      "setInterval(() => parent.postMessage(new Map([[{}, [1n]]]), '*'))",
      'flooded',
    ],
    // A script that never ends sends nothing out of this browser's frame, but answers nothing either.
    ['without a pause', "for (;;) parent.postMessage('executed', '*')", 'silent'],
    ['that is none: an endless loop', 'for (;;);', 'silent'],
  ])('is not kept busy by a flood %s', async (_, work, end) => {
    await startAgain(visited);
    const { page } = visited;
    await page
      .getByRole('textbox', { name: 'Message de gauche à droite' })
      .fill(`<img src="" onerror="${work}">`);
    await page.evaluate(() => {
      const beat = { last: performance.now(), longest: 0 };
      Object.assign(globalThis, { beat });
      setInterval(() => {
        beat.longest = Math.max(beat.longest, performance.now() - beat.last);
        beat.last = performance.now();
      }, 10);
    });
    await press(page, 'Envoyer à droite');
    await soon(() => state(page)).toBe(end);
    expect(await count(page, 'executed')).toBeLessThanOrEqual(99);
    expect(await page.locator('.cage-bars iframe').count()).toBe(0); // and with it the script is gone
    const longest = () =>
      page.evaluate(() => (globalThis as unknown as { beat: { longest: number } }).beat.longest);
    expect(await longest()).toBeLessThan(5_000); // milliseconds in which the page did nothing else
    await startAgain(visited);
    expect(await count(page, 'executed')).toBe(0);
    await hand(page, 'rdv 14h');
  });

  test('hears nobody else: neither itself, nor another frame without origin', async () => {
    await startAgain(visited);
    const { page } = visited;
    await hand(page, 'rdv 14h');
    await page.evaluate(async () => {
      for (let i = 0; i < 300; i++) postMessage('executed', '*');
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = 'naive-client.html';
      const loaded = new Promise((done) => frame.addEventListener('load', done));
      document.body.append(frame);
      await loaded;
      const message = { user: 'x', text: '<img src="" onerror="alert(1)">', escaping: false };
      for (let i = 0; i < 150; i++) frame.contentWindow?.postMessage(message, '*');
    });
    const other = page.frameLocator('body > iframe');
    await soon(() => other.locator('#talk li').count()).toBe(150);
    await soon(() => other.locator('#lamp').isVisible()).toBe(true);
    await page.waitForTimeout(200);
    expect(await count(page, 'executed')).toBe(0);
    expect(await count(page, 'shown')).toBe(1);
    expect(await state(page)).toBe('ready');
  });
});

describe('the headers', () => {
  test('let that one file be framed, by this site alone, and no other of all that is served', async () => {
    const files = readdirSync(server.dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.\w+$/.test(file),
    );
    expect(files.length).toBeGreaterThan(40);
    const framable: string[] = [];
    for (const file of files) {
      const { headers } = await fetch(server.url + encodeURI(file));
      const policy = headers.get('content-security-policy') ?? '';
      if (!/; frame-ancestors 'none'$/.test(policy) || /sandbox|'unsafe-/.test(policy)) framable.push(file);
    }
    expect(framable).toEqual(['cage/naive-client.html']);
    const { headers } = await fetch(`${server.url}cage/naive-client.html`);
    expect(headers.get('content-security-policy')).toMatch(
      /^sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'self'$/,
    );
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
  });

  /** The words of a frame in the page, or nothing where it was refused. */
  async function framed(page: Page): Promise<string> {
    await soon(async () => page.frames().length).toBe(2);
    await page.waitForTimeout(500);
    const [, frame] = page.frames();
    return frame ? frame.evaluate(() => document.body?.innerText ?? '') : '';
  }

  test('are kept: nobody else frames it, and we frame nothing else', async () => {
    const visits: [string, string, RegExp][] = [
      [elsewhere, 'cage/naive-client.html', /^(?!.*réplique)/s],
      [elsewhere, 'cage/', /^(?!.*cage)/s],
      [elsewhere, '', /^(?!.*TP)/s],
    ];
    for (const [host, path, words] of visits) {
      const { page } = await openPage(`${host}frame?address=${encodeURIComponent(server.url + path)}`);
      expect(await framed(page)).toMatch(words);
    }
    const { page } = await openPage(`${server.url}protocole/`);
    const put = (path: string) =>
      page.evaluate((src) => {
        document.querySelector('iframe')?.remove();
        document.body.append(Object.assign(document.createElement('iframe'), { src }));
      }, server.url + path);
    await put('banc/');
    expect(await framed(page)).not.toContain('Deux correspondants');
    await put('cage/naive-client.html'); // which has a sandbox of its own, should its frame have none
    expect(await framed(page)).toContain('Écran de droite');
    expect(await page.frames()[1]?.evaluate(() => self.origin)).toBe('null');
  });

  test('leave it harmless at top level: it says what it is, and does nothing', async () => {
    const { page, expectCalm } = await openPage(`${server.url}cage/naive-client.html`);
    expect(await page.locator('#notice').isVisible()).toBe(true);
    expect(await page.evaluate(() => self.origin)).toBe('null');
    await page.evaluate(() => postMessage({ user: 'x', text: '<img src="" onerror="alert(1)">' }, '*'));
    await page.waitForTimeout(200);
    expect(await page.locator('#talk li').count()).toBe(0);
    expectCalm();
  });
});
