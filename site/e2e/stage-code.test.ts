// The code of the stage on the bench: it follows the switch, in the reader's language, and moves only for who wants it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { bench, chooseStage, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const frame = (page: Page) => bench(page).locator('[data-stage-code]');
const file = (page: Page) => frame(page).locator('.code-bar code');
const lines = (page: Page) => frame(page).locator('pre > code > .code-line').allTextContents();
const isOpen = (page: Page) => frame(page).evaluate((element) => (element as HTMLDetailsElement).open);
const open = (page: Page) => frame(page).locator('summary').click();

const ghosts = (page: Page) => frame(page).locator('.code-ghosts > *').count();
/** Waits until what was on its way out has left. */
const expectNoGhosts = (page: Page) => expect.poll(() => ghosts(page)).toBe(0);

/** Waits until the code of a file is shown, and gives its lines that are not empty. */
async function shownOf(page: Page, path: string): Promise<string[]> {
  await expect.poll(() => file(page).textContent()).toBe(path);
  return (await lines(page)).filter((line) => line.trim() !== '');
}

test('follows the stage: each line shown is one of the file that is named', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await expectReady(page);
  expect(await isOpen(page)).toBe(false);
  await open(page);
  for (const [stage, path] of [
    ['AES-CTR', 'lab/stages/hazmat.ts'],
    ['Fernet', 'lab/stages/fernet.ts'],
    ['TTL', 'lab/stages/fernet-ttl.ts'],
    ['AEAD', 'lab/stages/aead.ts'],
    ['En clair', 'lab/stages/plaintext.ts'],
  ] as const) {
    await chooseStage(page, stage);
    const shown = await shownOf(page, path);
    const source = new Set(readFileSync(join(import.meta.dirname, '../..', path), 'utf8').split('\n'));
    expect(shown.length).toBeGreaterThan(9);
    expect(shown.filter((line) => !source.has(line))).toEqual([]);
    expect(await frame(page).locator('summary').textContent()).toContain(stage);
  }
  expectCalm();
});

test('Python stays chosen from page to page and in other tabs; what was opened stays open in its tab', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/9/`);
  await expectReady(page);
  await open(page);
  await frame(page).getByText('Python', { exact: true }).click();
  expect(await shownOf(page, 'site/code/fernet.py')).toContain(
    'def encrypt(message: str, key: bytes) -> bytes:',
  );
  await page.goto(`${server.url}questions/13/`);
  await expectReady(page);
  expect((await shownOf(page, 'site/code/fernet-ttl.py')).join('\n')).toContain('decrypt_at_time(token, TTL');
  await open(page);
  await page.reload();
  await expectReady(page);
  expect(await isOpen(page)).toBe(false);

  const other = await page.context().newPage();
  await other.goto(`${server.url}questions/6/`);
  await expectReady(other);
  expect(await isOpen(other)).toBe(false);
  await open(other);
  await shownOf(other, 'site/code/hazmat.py');
  expectCalm();
});

describe('from stage to stage', () => {
  /** Chooses a stage, and looks at the code in the moment in which it has changed. */
  const change = (page: Page, value: string) =>
    page.evaluate(async (wanted) => {
      const code = document.querySelector<HTMLElement>('.bench-live [data-stage-code] pre');
      const stage = document.querySelector<HTMLInputElement>(`.bench-live .stage input[value="${wanted}"]`);
      if (!code || !stage) throw new Error('no code');
      const kept = [...code.querySelectorAll('code > .code-line')];
      const before = code.textContent;
      stage.click();
      while (code.textContent === before) await new Promise(requestAnimationFrame);
      return {
        moving: code.getAnimations({ subtree: true }).length,
        kept: kept
          .filter((line) => line.isConnected && line.closest('code'))
          .map(({ textContent }) => textContent),
        leaving: code.querySelectorAll('.code-ghosts > *').length,
      };
    }, value);

  test('lines that both share stay, others come and go', async () => {
    const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
    await expectReady(page);
    await open(page);
    await frame(page).locator('pre').waitFor();
    const seen = await change(page, 'fernet');
    expect(seen.kept).toContain('    if (text) opening.bytes = text;');
    expect(seen.kept).not.toContain("const CONSTANT_SALT = utf8('tp-chat-chiffre!');");
    expect(seen.moving).toBeGreaterThan(10);
    expect(seen.leaving).toBeGreaterThan(5);
    await expectNoGhosts(page);
    await change(page, 'plaintext'); // and once more before the last is over
    await change(page, 'fernet-ttl');
    await shownOf(page, 'lab/stages/fernet-ttl.ts');
    await expectNoGhosts(page);
    expectCalm();
  });

  test('nothing moves for readers who want no motion', async () => {
    const { page } = await openPage(`${server.url}questions/7/`, { reducedMotion: 'reduce' });
    await expectReady(page);
    await open(page);
    await frame(page).locator('pre').waitFor();
    expect(await change(page, 'fernet')).toMatchObject({ moving: 0, leaving: 0 });
  });
});

test('with the keyboard alone: opened, switched to Python, and reached to be scrolled', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/9/`);
  await expectReady(page);
  await bench(page).locator('[data-log] .lines').focus();
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('summary, .code-languages, .code-text'));
  for (let presses = 0; presses < 20 && !(await focused()); presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await shownOf(page, 'lab/stages/fernet.ts');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await shownOf(page, 'site/code/fernet.py');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Code de l’étape',
  );
  expectCalm();
});

test('can be copied, line by line', async () => {
  const { page } = await openPage(`${server.url}questions/9/`);
  await expectReady(page);
  await open(page);
  await frame(page).getByText('Python', { exact: true }).click();
  await shownOf(page, 'site/code/fernet.py');
  const copied = await frame(page)
    .locator('pre > code')
    .evaluate((code) => {
      getSelection()?.selectAllChildren(code);
      return getSelection()?.toString();
    });
  const source = readFileSync(join(import.meta.dirname, '../code/fernet.py'), 'utf8');
  expect(copied?.trimEnd()).toBe(
    source
      .replace(/^"""[^"]+"""\n+/, '')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd(),
  );
});

describe('keeps its place', () => {
  test('on a phone: closed at first, and no wider than the screen', async () => {
    const { page, expectCalm } = await openPage(`${server.url}questions/9/`, {
      viewport: { width: 390, height: 844 },
    });
    await expectReady(page);
    expect(await isOpen(page)).toBe(false);
    await open(page);
    for (const language of ['TypeScript', 'Python']) {
      await frame(page).getByText(language, { exact: true }).click();
      const sideways = await page.evaluate(() => {
        const code = document.querySelector('.bench-live .code-text') as HTMLElement; // it is open
        return [document.documentElement.scrollWidth - innerWidth, code.scrollWidth - code.clientWidth];
      });
      expect(sideways).toEqual([0, 0]);
    }
    const small = await frame(page)
      .locator('summary, label')
      .evaluateAll((all) => all.filter((element) => element.getBoundingClientRect().height < 24).length);
    expect(small).toBe(0);
    expectCalm();
  });

  test('on a wide bench: open from the start, beside a log that stays first and scrolls', async () => {
    const { page, expectCalm } = await openPage(`${server.url}banc/`, {
      viewport: { width: 1440, height: 1000 },
    });
    await expectReady(page);
    await shownOf(page, 'lab/stages/plaintext.ts');
    const box = (selector: string) =>
      bench(page)
        .locator(selector)
        .evaluate((element) => element.getBoundingClientRect().toJSON());
    for (let i = 0; i < 12; i++) await peer(page, 'gauche').send(`message ${i}`);
    await peer(page, 'droite').expectLast('message 11');
    const [log, code] = [await box('[data-log]'), await box('[data-stage-code]')];
    expect(log.top).toBe(code.top);
    expect(log.bottom).toBe(code.bottom);
    expect(log.right).toBeLessThanOrEqual(code.left);
    expect(log.width).toBeGreaterThan(480);
    const last = await bench(page)
      .locator('[data-log] .line')
      .last()
      .evaluate((line) => line.getBoundingClientRect().bottom);
    expect(last).toBeLessThanOrEqual(log.bottom);
    await open(page);
    await expect.poll(async () => (await box('[data-log]')).width).toBeGreaterThan(900);
    expectCalm();
  });

  test('without JavaScript: in the picture of the bench', async () => {
    const { page } = await openPage(`${server.url}questions/7/`, { javaScriptEnabled: false });
    const picture = page.locator('noscript [data-stage-code]');
    expect(plainSpaces((await picture.textContent()) ?? '')).toContain(
      'const counterBlock = random(BLOCK_BYTES);',
    );
    expect(await picture.locator('.code-bar code').textContent()).toBe('lab/stages/hazmat.ts');
    expect(await picture.locator('.code-line').first().isVisible()).toBe(true);
    expect(await picture.getByRole('radio').count()).toBe(0);
    const hidden = await picture
      .locator('.code-text')
      .evaluate((code) => code.scrollHeight - code.clientHeight);
    expect(hidden).toBe(0);
  });
});
