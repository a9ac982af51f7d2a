// A student's whole way: sixteen questions, four stages, one conversation.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import {
  bench,
  chooseStage,
  expectLine,
  expectReady,
  logLines,
  openPage,
  peer,
  startServer,
  type WatchedPage,
} from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

/** What a log line of each stage looks like. */
const LINE = {
  plaintext: (from: string, text: string) => `INFO:ChatServer:${from} send message : ${text}`,
  hazmat: (from: string) =>
    new RegExp(
      `^INFO:ChatServer:${from} send message : \\(\\{'data': '[\\w+/]{22}==', 'encoding': 'base64'\\}, \\{'data': '[\\w+/]+=*', 'encoding': 'base64'\\}\\)$`,
    ),
  fernet: (from: string) =>
    new RegExp(
      `^INFO:ChatServer:${from} send message : \\{'data': 'Z0FBQUFB[\\w+/]+=*', 'encoding': 'base64'\\}$`,
    ),
};

describe('one conversation', () => {
  let watched: WatchedPage;

  test('begins at question 1, in clear', async () => {
    watched = await openPage(server.url);
    const { page } = watched;
    await page.getByRole('link', { name: 'Commencer' }).click();
    await expectReady(page);
    expect(await page.locator('main').getAttribute('data-question')).toBe('1');
    await peer(page, 'gauche').send('qsdfqsdfqsdf');
    await peer(page, 'droite').expectLast('qsdfqsdfqsdf');
    await expectLine(page, 'INFO:ChatServer:gauche send message : qsdfqsdfqsdf');
    await expectLine(page, 'INFO:ChatServer:message send to droite');
    expect((await logLines(page)).slice(0, 4)).toEqual([
      'INFO:ChatServer:Register a new user gauche with callback handler <connection 1>',
      "DEBUG:ChatServer:User list : ['gauche']",
      'INFO:ChatServer:Register a new user droite with callback handler <connection 2>',
      "DEBUG:ChatServer:User list : ['gauche', 'droite']",
    ]);
  });

  test('one click later leaves a pair of base64 strings, then a token', async () => {
    const { page } = watched;
    await chooseStage(page, 'AES-CTR');
    await peer(page, 'gauche').send('qsdfqsdfqsdf');
    await expectLine(page, LINE.hazmat('gauche'));
    await chooseStage(page, 'Fernet');
    await peer(page, 'gauche').send('qsdfqsdfqsdf');
    await expectLine(page, LINE.fernet('gauche'));
    await bench(page).locator('[data-log] button').last().click();
    await expect.poll(() => bench(page).locator('.way .bytes').first().textContent()).toMatch(/^gAAAAA/);
    expect(await peer(page, 'droite').shown()).toEqual(['qsdfqsdfqsdf', 'qsdfqsdfqsdf', 'qsdfqsdfqsdf']);
  });

  test('goes on through all sixteen questions, each with its stage and its message', async () => {
    const { page } = watched;
    for (let question = 2; question <= 16; question++) {
      await page.goto(`${server.url}questions/${question}/`);
      await expectReady(page);
      expect(await page.locator('main').getAttribute('data-question')).toBe(String(question));
      expect(await page.locator('h1').textContent()).toMatch(/[?.]$/);
      const stage = await bench(page).getAttribute('data-stage');
      const [from, to] =
        (await peer(page, 'gauche').box.inputValue()) === ''
          ? (['droite', 'gauche'] as const)
          : (['gauche', 'droite'] as const);
      const text = await peer(page, from).box.inputValue();
      expect(text).not.toBe('');
      await peer(page, from).root.getByRole('button', { name: 'Envoyer' }).click();
      await expect.poll(async () => (await peer(page, to).shown()).at(-1)).toBe(text);
      if (stage === 'plaintext') await expectLine(page, LINE.plaintext(from, text));
      else await expectLine(page, stage === 'hazmat' ? LINE.hazmat(from) : LINE.fernet(from));
      // All that was said before is still there, and nobody left in between.
      expect(await peer(page, 'droite').root.locator('.say').count()).toBe(2 + question);
      expect((await logLines(page)).some((line) => line.includes('remove user'))).toBe(false);
      expect((await logLines(page)).filter((line) => line.includes('Register')).length).toBe(2);
    }
    const sequence = await page.evaluate(() => {
      const name = 'tp-chat-chiffre:bench log';
      const parts = (sessionStorage.getItem(name) ?? '').split(' ');
      const entries = parts.flatMap((part) => JSON.parse(sessionStorage.getItem(`${name} ${part}`) ?? '[]'));
      return entries.flatMap((entry: { line?: { seq: number } }) => (entry.line ? [entry.line.seq] : []));
    });
    expect(sequence).toEqual(sequence.map((_: number, i: number) => i + 1));
    watched.expectCalm();
  }, 120_000);

  test('survives a reload, with the reader’s own stage', async () => {
    const { page } = watched;
    await chooseStage(page, 'En clair');
    await page.reload();
    await expectReady(page);
    expect(await bench(page).getAttribute('data-stage')).toBe('plaintext');
    expect(await peer(page, 'droite').root.locator('.say').count()).toBe(18);
  });

  test('begins anew where the reader asks for it', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Recommencer' }).click();
    await expect.poll(() => peer(page, 'droite').root.locator('.say').count()).toBe(0);
    await expectLine(page, "DEBUG:ChatServer:User list : ['gauche', 'droite']");
    expect((await logLines(page)).length).toBe(4);
    expect(await bench(page).getAttribute('data-stage')).toBe('fernet-ttl');
    watched.expectCalm();
  });
});

describe('refusals', () => {
  test('a clock 45 s behind: the TTL stage refuses, Fernet does not', async () => {
    const { page, expectCalm } = await openPage(`${server.url}questions/13/`);
    await expectReady(page);
    await peer(page, 'gauche').moveClock(-45);
    await peer(page, 'gauche').send('trop tard');
    await peer(page, 'droite').expectLast(/^InvalidToken : expiré/);
    await peer(page, 'gauche').moveClock(0);
    await peer(page, 'gauche').send('à l’heure');
    await peer(page, 'droite').expectLast('à l’heure');
    await peer(page, 'gauche').moveClock(-45);
    await chooseStage(page, 'Fernet');
    await peer(page, 'gauche').send('trop tard');
    await peer(page, 'droite').expectLast('trop tard');
    await peer(page, 'gauche').moveClock(60);
    await chooseStage(page, 'TTL');
    await peer(page, 'gauche').send('en avance');
    await peer(page, 'droite').expectLast('en avance');
    await peer(page, 'gauche').moveClock(62);
    await peer(page, 'gauche').send('trop en avance');
    await peer(page, 'droite').expectLast(/^InvalidToken/);
    expectCalm();
  });

  test.each([
    ['AES-CTR', /^Illisible/],
    ['Fernet', /^InvalidToken : jeton falsifié ou autre clé/],
    ['TTL', /^InvalidToken : expiré/],
  ] as const)('a wrong password at stage %s says no more than the stage allows', async (stage, words) => {
    const { page } = await openPage(`${server.url}banc/`);
    await expectReady(page);
    await chooseStage(page, stage);
    await peer(page, 'droite').set('lune');
    // At AES-CTR one wrong key in 256 passes the padding; then the bytes are no text, which reads the same.
    await peer(page, 'gauche').send('secret');
    await peer(page, 'droite').expectLast(words);
    await peer(page, 'droite').set('soleil');
    await peer(page, 'gauche').send('de nouveau');
    await peer(page, 'droite').expectLast('de nouveau');
  });

  test('an expired message and a forged one look the same to droite; the inspector knows better', async () => {
    const { page } = await openPage(`${server.url}questions/13/`);
    await expectReady(page);
    await peer(page, 'gauche').moveClock(-45);
    await peer(page, 'gauche').send('expiré');
    await peer(page, 'droite').expectLast(/^InvalidToken/);
    await peer(page, 'gauche').moveClock(0);
    await peer(page, 'gauche').set('lune');
    await peer(page, 'gauche').send('autre clé');
    const shown = () => peer(page, 'droite').shown();
    await expect.poll(async () => (await shown()).length).toBe(2);
    expect(new Set(await shown()).size).toBe(1);
    const sends = bench(page).locator('[data-log] button', { hasText: 'send message' });
    await sends.nth(0).click();
    await expect.poll(() => bench(page).locator('.check-failed').textContent()).toContain('L’âge');
    await sends.nth(1).click();
    await expect.poll(() => bench(page).locator('.check-failed').textContent()).toContain('HMAC');
  });
});

describe('any text', () => {
  test.each([
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['10,000 characters', 'é🙂x'.repeat(2500)],
    ['right to left', 'שלום \u202eabc\u202c العربية'],
    ['newlines and escapes', 'une\ndeux\u001b[31m\ttrois'],
  ])('%s is shown as text, and its log entry is one line', async (_, text) => {
    const { page, expectCalm } = await openPage(`${server.url}banc/`);
    await expectReady(page);
    await chooseStage(page, 'En clair');
    await peer(page, 'gauche').send(text);
    await expect.poll(async () => (await peer(page, 'droite').shown()).at(-1)).toBe(text);
    await expectLine(page, 'INFO:ChatServer:message send to droite');
    const lines = await logLines(page);
    const sent = lines.filter((line) => line.includes('send message'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toMatch(/[\u0000-\u001f\u202e]/);
    await chooseStage(page, 'Fernet');
    await peer(page, 'gauche').send(text);
    await expect.poll(async () => (await peer(page, 'droite').shown()).length).toBe(2);
    expect((await peer(page, 'droite').shown())[1]).toBe(text);
    await bench(page).locator('[data-log] button').last().click();
    await bench(page).locator('.inspector').waitFor();
    expectCalm();
  });

  test('one that no frame can hold stays where it was typed', async () => {
    const { page } = await openPage(`${server.url}banc/`);
    await expectReady(page);
    const text = 'x'.repeat(70_000);
    await peer(page, 'gauche').send(text);
    await expect.poll(() => peer(page, 'gauche').root.locator('.notice').textContent()).toMatch(/^Trop long/);
    expect(await peer(page, 'gauche').box.inputValue()).toBe(text);
    await peer(page, 'gauche').send('plus court');
    await peer(page, 'droite').expectLast('plus court');
  });
});
