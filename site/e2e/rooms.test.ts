// The relay of a server over real sockets: two pages as two peers, and a relay that goes and comes back.
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectSocket } from '../../test/relay-over-sockets.ts';
import {
  bench,
  chooseStage,
  expectLine,
  expectReady,
  logLines,
  openPage,
  peer,
  startServer,
} from './workbook.ts';

const relayNote = (page: Parameters<typeof bench>[0]) => bench(page).locator('.relay-note');

describe('a room', () => {
  test('lets two pages be two peers', async () => {
    const server = await startServer();
    const gauche = await openPage(`${server.url}banc/#room=atelier&peer=gauche`);
    await expectReady(gauche.page);
    await expect.poll(() => relayNote(gauche.page).textContent()).toBe('relais du serveur, salon atelier');
    const link = gauche.page.getByRole('link', { name: 'Lien pour droite' });
    const href = await link.getAttribute('href');
    expect(href).toMatch(/#room=atelier&peer=droite$/);

    const droite = await openPage(new URL(href ?? '', server.url).href);
    await expectReady(droite.page);
    await gauche.page.getByText('droite est là, dans une autre page.').waitFor();
    await peer(gauche.page, 'gauche').send('salut droite');
    await peer(droite.page, 'droite').expectLast('salut droite');
    await expectLine(gauche.page, 'INFO:ChatServer:gauche send message : salut droite');
    await expectLine(droite.page, 'INFO:ChatServer:gauche send message : salut droite');

    for (const { page } of [gauche, droite]) await chooseStage(page, 'TTL');
    await peer(droite.page, 'droite').send('bien reçu');
    await peer(gauche.page, 'gauche').expectLast('bien reçu');
    await expectLine(gauche.page, /^INFO:ChatServer:droite send message : \{'data': 'Z0FBQUFB/);

    // From page to page the room, the names and the conversation go on; what was missed on the way comes after.
    await droite.page.goto(`${server.url}questions/9/`);
    await peer(gauche.page, 'gauche').send('toujours là ?');
    await expectReady(droite.page);
    await peer(droite.page, 'droite').expectLast('toujours là ?');
    expect(await peer(droite.page, 'droite').shown()).toEqual(['salut droite', 'bien reçu', 'toujours là ?']);
    gauche.expectCalm();
    droite.expectCalm();
  }, 240_000);

  test('may be held whole by one page, until another comes', async () => {
    const server = await startServer();
    const { page, expectCalm } = await openPage(`${server.url}questions/2/#room=seule&peer=gauche`);
    await expectReady(page);
    await page.getByRole('button', { name: 'Tenir aussi droite ici' }).click();
    await expectReady(page);
    await peer(page, 'gauche').send('seule');
    await peer(page, 'droite').expectLast('seule');

    const late = await openPage(`${server.url}banc/#room=seule&peer=droite`);
    await late.page.getByText('Ce nom est déjà pris dans ce salon').waitFor();
    await page.getByRole('button', { name: 'Laisser droite à quelqu’un d’autre' }).click();
    await late.page.reload();
    await page.getByText('droite est là, dans une autre page.').waitFor();
    await peer(page, 'gauche').send('à deux');
    await peer(late.page, 'droite').expectLast('à deux');
    expectCalm();
  }, 240_000);
});

describe('npm start', () => {
  test('keeps the relay in the page, until the reader opens a room', async () => {
    const server = await startServer();
    const { page, expectCalm } = await openPage(`${server.url}banc/`);
    await expectReady(page);
    await expect.poll(() => relayNote(page).textContent()).toBe('relais dans cette page');
    await page.getByRole('button', { name: 'Inviter une autre page' }).click();
    await expect.poll(() => relayNote(page).textContent()).toMatch(/^relais du serveur, salon/);
    const href = (await page.getByRole('link', { name: 'Lien pour droite' }).getAttribute('href')) ?? '';
    const other = await openPage(href);
    await expectReady(other.page);
    await peer(other.page, 'droite').send('me voilà');
    await peer(page, 'gauche').expectLast('me voilà');
    await page.getByRole('button', { name: 'Revenir au relais de cette page' }).click();
    await expect.poll(() => relayNote(page).textContent()).toBe('relais dans cette page');
    await peer(page, 'gauche').send('seule à nouveau');
    await peer(page, 'droite').expectLast('seule à nouveau');
    expectCalm();
  }, 240_000);

  test('two clients that know only the protocol’s page can hold the same conversation', async () => {
    const server = await startServer();
    const protocol = await (await fetch(`${server.url}protocole/`)).text();
    expect(protocol).toContain('/relay');
    const url = `ws://127.0.0.1:${server.port}/relay`;
    const gauche = await connectSocket(url);
    gauche.send({ type: 'register', room: 'demo', user: 'gauche', log: true });
    await gauche.next('registered');
    const droite = await connectSocket(url);
    droite.send({ type: 'register', room: 'demo', user: 'droite' });
    await droite.next('registered');
    gauche.send({ type: 'send_message', message: 'qsdfqsdfqsdf', id: '1' });
    expect(await droite.next('recv')).toEqual({
      type: 'recv',
      seq: 1,
      user: 'gauche',
      message: 'qsdfqsdfqsdf',
    });
    expect(await gauche.next('sent')).toEqual({ type: 'sent', id: '1', seq: 1 });
    const lines = [];
    while (lines.length < 6) lines.push(...(await gauche.next('log')).lines.map(({ text }) => text));
    expect(lines.slice(-2)).toEqual(['gauche send message : qsdfqsdfqsdf', 'message send to droite']);
  }, 240_000);
});

describe('a relay that is gone', () => {
  test('is said to be gone, loses nothing that was typed, and is found again', async () => {
    const server = await startServer();
    const room = `${server.url}banc/#room=retour&peer=`;
    const gauche = await openPage(`${room}gauche`);
    const droite = await openPage(`${room}droite`);
    await expectReady(gauche.page);
    await expectReady(droite.page);
    await peer(gauche.page, 'gauche').send('un');
    await peer(droite.page, 'droite').expectLast('un');
    await expectLine(gauche.page, /send message : un$/); // the log comes in batches, a moment later

    await server.stop();
    await expect.poll(() => relayNote(gauche.page).textContent()).toMatch(/ne répond plus/);
    await peer(gauche.page, 'gauche').send('deux');
    await expect
      .poll(() => peer(gauche.page, 'gauche').root.locator('.notice').textContent())
      .toMatch(/rien n’est parti/);
    expect(await peer(gauche.page, 'gauche').box.inputValue()).toBe('deux');

    await startServer(['--port', String(server.port)]);
    await expect.poll(() => relayNote(gauche.page).textContent()).toMatch(/salon retour/);
    await expect.poll(() => relayNote(droite.page).textContent()).toMatch(/salon retour/);
    await peer(gauche.page, 'gauche').root.getByRole('button', { name: 'Envoyer' }).click();
    await peer(droite.page, 'droite').expectLast('deux');
    expect(await peer(gauche.page, 'gauche').shown()).toEqual(['un', 'deux']);
    await expectLine(gauche.page, /send message : deux$/);
    expect((await logLines(gauche.page)).filter((line) => line.includes('send message'))).toHaveLength(2);
  }, 240_000);

  test('a place that another tab has taken can be taken back', async () => {
    const server = await startServer();
    const first = await openPage(`${server.url}banc/#room=place&peer=gauche`);
    await expectReady(first.page);
    await expectLine(first.page, /Register a new user gauche/); // before that, nothing can leave
    await peer(first.page, 'gauche').send('moi');
    await expectLine(first.page, /send message : moi/);
    // A duplicated tab has the same storage, and so the same secret.
    const storage = await first.page.evaluate(() => {
      dispatchEvent(new Event('pagehide'));
      return { ...sessionStorage };
    });
    const twin = await openPage(`${server.url}404-only-to-have-the-origin/`);
    await twin.page.evaluate((kept) => void Object.assign(sessionStorage, kept), storage);
    await twin.page.goto(`${server.url}banc/#room=place&peer=gauche`);
    await first.page.getByText('a été reprise par un autre onglet').waitFor();
    await first.page.getByRole('button', { name: 'Reprendre ici' }).click();
    await twin.page.getByText('a été reprise par un autre onglet').waitFor();
    await peer(first.page, 'gauche').send('encore moi');
    await expectLine(first.page, /send message : encore moi/);
  }, 240_000);

  test('leaves no socket open when it is told to stop', async () => {
    const server = await startServer();
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/relay`);
    await once(socket, 'open');
    const closed = once(socket, 'close');
    const asked = Date.now();
    await server.stop();
    expect((await closed)[0]).toBe(1001);
    expect(server.process.exitCode).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5_000);
  }, 240_000);
});
