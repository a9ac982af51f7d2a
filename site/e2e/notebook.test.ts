// The notebook in a real browser: what is written is kept, in versions, through a killed browser and an erased one.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../test/chromium.ts';
import type { Server } from '../../test/running-server.ts';
import { openPage, startServer } from './workbook.ts';

let server: Server;
const profile = mkdtempSync(join(tmpdir(), 'notebook-'));
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

const answer = (page: Page) => page.locator('[data-answer="7"]');
const box = (page: Page) => answer(page).locator('textarea');
/** Waits until all is kept: what was said last stands there while the next letters wait. */
async function saved(page: Page): Promise<void> {
  await answer(page).getByText('Enregistré', { exact: true }).waitFor();
  await answer(page).locator('.answer-bar').getByText('…', { exact: true }).waitFor({ state: 'detached' });
}

/** A browser of its own, on a profile that outlives it. */
async function launch(): Promise<{ readonly process: ChildProcess; readonly browser: Browser; page: Page }> {
  const args = [
    ...CHROMIUM.args,
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ];
  const process = spawn(CHROMIUM.executablePath, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    process.stderr?.on('data', (chunk) => {
      said += chunk;
      const found = /DevTools listening on (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    process.once('exit', () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  return { process, browser, page: await context.newPage() };
}

/** Ends it with all its processes, in the middle of whatever they do. */
async function kill({ process, browser }: Awaited<ReturnType<typeof launch>>): Promise<void> {
  const exited = new Promise((resolve) => process.once('exit', resolve));
  globalThis.process.kill(-(process.pid ?? 0), 'SIGKILL');
  await exited;
  await browser.close();
}

test('a killed browser loses no more than the last 300 ms of typing', async () => {
  const first = await launch();
  await first.page.goto(`${server.url}questions/7/`);
  await expect.poll(() => box(first.page).isEnabled()).toBe(true);
  await box(first.page).focus();
  const typed: { readonly at: number; readonly text: string }[] = [];
  let text = '';
  for (let letter = 0; letter < 80; letter++) {
    text += String.fromCharCode(97 + (letter % 26));
    await first.page.keyboard.type(text.at(-1) ?? '');
    typed.push({ at: performance.now(), text });
  }
  const killedAt = performance.now();
  await kill(first);
  const certain = typed.findLast(({ at }) => killedAt - at >= 300)?.text ?? '';
  expect(certain.length).toBeGreaterThan(0);

  const second = await launch();
  await second.page.goto(`${server.url}questions/7/`);
  await expect.poll(() => box(second.page).inputValue()).not.toBe('');
  const kept = await box(second.page).inputValue();
  await kill(second);
  expect(text.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual(certain.length);
}, 90_000);

test('a page that is left at once has lost no letter', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await box(page).fill('Le serveur change 14h en 18');
  await saved(page);
  await box(page).press('End');
  await box(page).press('h');
  await page.reload();
  await expect.poll(() => box(page).inputValue()).toBe('Le serveur change 14h en 18h');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => /held/.test(name)))).toEqual(
    [],
  );
  expectCalm();
});

describe('versions', () => {
  test('is shown as its Markdown says, and nothing in it is HTML', async () => {
    const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
    await box(page).fill('Le serveur **modifie** :\n\n- un octet\n- <img src=x onerror=alert(1)>');
    await answer(page).getByText('Aperçu').click();
    const drawn = answer(page).locator('.markdown');
    await drawn.waitFor();
    expect(await drawn.locator('strong').textContent()).toBe('modifie');
    expect(await drawn.locator('li').allTextContents()).toEqual(['un octet', '<img src=x onerror=alert(1)>']);
    await box(page).fill('');
    await answer(page).getByText('Rien à montrer encore').waitFor();
    expectCalm();
  });

  test('of two tabs, the later edit stands, and the earlier can be taken up again', async () => {
    const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
    const other = await page.context().newPage();
    await other.goto(`${server.url}questions/7/`);
    await expect.poll(() => box(other).isEnabled()).toBe(true);
    // Both write before either hears of the other.
    await Promise.all([box(page).fill('une étoile'), box(other).fill('par le serveur')]);
    await saved(page);
    await saved(other);
    await expect
      .poll(async () => (await box(page).inputValue()) === (await box(other).inputValue()))
      .toBe(true);
    const stands = await box(page).inputValue();
    const earlier = stands === 'une étoile' ? 'par le serveur' : 'une étoile';

    await answer(page).getByText('Versions précédentes').click();
    await answer(page)
      .getByRole('button', { name: /^Reprendre la version du/ })
      .click();
    await expect.poll(() => box(page).inputValue()).toBe(earlier);
    await expect.poll(() => box(other).inputValue()).toBe(earlier);
    await expect.poll(() => answer(page).locator('.versions li').count()).toBe(2);
    expect(await answer(page).locator('.version-text').allTextContents()).toEqual([stands, earlier]);
    expectCalm();
  });
});

describe('a browser that keeps nothing', () => {
  test('is told of before anything is written, and lets the reader write', async () => {
    const { page } = await openPage(`${server.url}questions/7/`);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('closed to pages', 'SecurityError');
      };
    });
    await page.reload();
    await answer(page).getByText('Non enregistré : ce navigateur ne garde rien').waitFor();
    await box(page).fill('Une réponse qui ne sera pas gardée.');
    await answer(page).getByRole('button', { name: 'Comparer', exact: true }).click();
    await page.getByRole('heading', { name: 'Une réponse modèle' }).waitFor();
    expect(await box(page).inputValue()).toBe('Une réponse qui ne sera pas gardée.');
  });

  test('for want of room says so, and tries again', async () => {
    const { page } = await openPage(`${server.url}questions/7/`);
    await expect.poll(() => box(page).isEnabled()).toBe(true);
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
    });
    await box(page).fill('trop');
    await answer(page).getByText('n’a plus de place').waitFor();
    await page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom()); // put there above
    await box(page).fill('trop ?');
    await saved(page);
  });

  test('asks before a text is left that it has not kept, and never else', async () => {
    const { page } = await openPage(`${server.url}questions/7/`);
    await expect.poll(() => box(page).isEnabled()).toBe(true);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    const isAsked = () => page.evaluate(() => window.onbeforeunload !== null);
    await box(page).pressSequentially('gardé'); // a browser asks only where somebody has pressed something
    await saved(page);
    expect(await isAsked()).toBe(false);
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
    });
    await box(page).pressSequentially(', puis perdu');
    await answer(page).getByText('n’a plus de place').waitFor();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(await box(page).inputValue()).toBe('gardé, puis perdu');
    await page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom()); // put there above
    await box(page).pressSequentially(' ?');
    await saved(page);
    expect(await isAsked()).toBe(false);
    await page.goto(`${server.url}questions/8/`);
    expect(asked).toHaveLength(1);
  });

  test('because its data were erased says so, and keeps the text in sight until the reader writes on', async () => {
    const { page } = await openPage(`${server.url}questions/7/`);
    await expect.poll(() => box(page).isEnabled()).toBe(true);
    await box(page).fill('à effacer');
    await saved(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', {
      origin: new URL(server.url).origin,
      storageTypes: 'indexeddb',
    });
    await answer(page).getByText('vient d’être effacé de ce navigateur').waitFor();
    expect(await box(page).inputValue()).toBe('à effacer');
    await box(page).fill('à effacer, puis à garder');
    await saved(page);
    await page.reload();
    await expect.poll(() => box(page).inputValue()).toBe('à effacer, puis à garder');
  });
});

const LONG = { timeout: 10_000 };

test('a version that was taken up can be undone as if it had been typed, and the undoing is kept', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await expect.poll(() => box(page).isEnabled(), LONG).toBe(true);
  const long = 'Le serveur malveillant retourne un bit du message chiffré. '.repeat(3).trim();
  await box(page).focus();
  await page.keyboard.insertText(long);
  await saved(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Il le lit.'); // a great loss leaves a version behind
  await saved(page);
  await answer(page).getByText('Versions précédentes').click();
  await answer(page)
    .getByRole('button', { name: /^Reprendre la version/ })
    .click();
  await expect.poll(() => box(page).inputValue(), LONG).toBe(long);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => box(page).inputValue(), LONG).toBe('Il le lit.');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => box(page).inputValue(), LONG).toBe(long);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => box(page).inputValue(), LONG).toBe('Il le lit.');
  await saved(page);
  await page.reload();
  await expect.poll(() => box(page).inputValue(), LONG).toBe('Il le lit.');
  expectCalm();
});
