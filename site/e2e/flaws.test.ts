// Find the flaw: two cards by keyboard, the effect that running one has, every card's line, and both languages of code.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { flawNames } from '#lab/flaws.ts';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const card = (page: Page, name: (typeof flawNames)[number]) => page.locator(`[data-flaw="${name}"]`);
const ready = (page: Page) => page.locator('[data-flaws="ready"]').waitFor();

/** The table of a card, row by row, cell by cell. */
const table = (page: Page, name: (typeof flawNames)[number]) =>
  card(page, name)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent ?? '')));

const told = async (page: Page, name: (typeof flawNames)[number]) =>
  (await table(page, name)).map((row) => row.map((cell) => plainSpaces(cell).trim()));

const show = (text: string) => `affiché : « ${text} »`;

test('a line is found by keyboard alone, and the token lives too long', async () => {
  const { page, expectCalm } = await openPage(`${server.url}failles/`);
  await ready(page);
  const future = card(page, 'future-date');
  await future.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await future.getByText('Ce n’est pas cette ligne. Suivez la date').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  expect(await future.getByRole('radio', { name: 'date = now + TTL' }).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await future.getByText('C’est elle, ligne 2. La durée de vie est l’affaire de droite').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Exécuter');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => told(page, 'future-date'))
    .toEqual([
      ['le jeton, livré après 20 s', show('vire 100 €'), show('vire 100 €')],
      ['le jeton, livré après 40 s', show('vire 100 €'), 'refusé'],
      ['le jeton, livré après 59 s', show('vire 100 €'), 'refusé'],
      ['le jeton, livré après 70 s', 'refusé', 'refusé'],
      ['le jeton, livré après 95 s', 'refusé', 'refusé'],
    ]);
  expect(await future.locator('figure .is-right code').textContent()).toBe('    date = now');
  expect(await future.locator('figure .is-right em').textContent()).toBe('ligne 2, réparée');

  // It stays found, until all are to be found again.
  const progress = async () => plainSpaces(await page.locator('.flaw-progress span').first().innerText());
  await expect.poll(progress).toBe('Failles trouvées : 1 sur 11.');
  await page.reload();
  await future.getByText('C’est elle, ligne 2.').waitFor();
  await expect.poll(progress).toBe('Failles trouvées : 1 sur 11.');
  // For whoever does not see the colour of the line, it says what it is.
  expect(await future.locator('.is-wrong').textContent()).toBe('    date = now + TTLligne 2, fautive');
  expect(await future.getByRole('radio', { name: 'date = now + TTL ligne 2, fautive' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Les chercher toutes à nouveau' }).click();
  await future.getByText('Choisissez une ligne.').waitFor();
  await expect.poll(progress).toBe('Failles trouvées : 0 sur 11.');
  await page.reload();
  await ready(page);
  await expect.poll(progress).toBe('Failles trouvées : 0 sur 11.');
  expectCalm();
});

test('in TypeScript another card, whose XOR is computed anew at each press', async () => {
  const { page, expectCalm } = await openPage(`${server.url}failles/`);
  await ready(page);
  await page.getByRole('radio', { name: 'TypeScript' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('C’est ce qui s’exécute dans cette page.').waitFor();
  const fixed = card(page, 'fixed-block');
  const line = fixed.getByRole('radio', { name: 'const block = random(16);' });
  await line.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await fixed.getByText('C’est elle, ligne').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await told(page, 'fixed-block')).length).toBe(3);
  const [texts, ciphertexts, guessed] = await told(page, 'fixed-block');
  expect(ciphertexts?.[1]).toBe(texts?.[1]);
  expect(ciphertexts?.[2]).not.toBe(texts?.[1]);
  expect(guessed?.slice(1)).toEqual([show('vire 80 à Zoé'), 'illisible']);
  await fixed.getByRole('button', { name: 'Exécuter encore' }).click();
  await expect.poll(async () => (await told(page, 'fixed-block'))[1]?.[2]).not.toBe(ciphertexts?.[2]);
  expect((await told(page, 'fixed-block'))[1]?.[1]).toBe(texts?.[1]);

  // The choice of the language stays, here and on the bench.
  await page.reload();
  await ready(page);
  expect(await page.getByRole('radio', { name: 'TypeScript' }).isChecked()).toBe(true);
  expectCalm();
});

describe.each(['light', 'dark'] as const)('every card, %s', (colorScheme) => {
  test('tells its line, runs, and is in order for axe at both widths', async () => {
    const { page, expectCalm } = await openPage(`${server.url}failles/`, {
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 390, height: 844 },
    });
    await ready(page);
    expect(await page.locator('[data-flaw]').count()).toBe(flawNames.length);
    expect(await violations(page)).toEqual([]);
    for (const name of flawNames) {
      const one = card(page, name);
      await one.getByRole('radio').last().check();
      await one.getByRole('button', { name: 'C’est cette ligne' }).click();
      const tell = one.getByRole('button', { name: 'Montrer la ligne' });
      if ((await one.getAttribute('data-verdict')) === 'wrong') await tell.click();
      await one.locator('.is-wrong').waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Exécuter');
      await one.getByRole('button', { name: 'Exécuter' }).click();
      await one.locator('tbody tr').first().waitFor({ timeout: 30_000 });
    }
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await violations(page)).toEqual([]);
    }
    expectCalm();
  }, 120_000);
});

test('in English, and without a script the code can be read', async () => {
  const { page } = await openPage(`${server.url}en/questions/16/`);
  await page.getByRole('link', { name: 'find them, and see what they cost' }).click();
  await ready(page);
  expect(page.url()).toBe(`${server.url}en/flaws/`);
  const hyphen = card(page, 'split-hyphen');
  await hyphen.getByRole('radio', { name: 'text, expiry = dated.split("-")' }).check();
  await hyphen.getByRole('button', { name: 'It is this line' }).click();
  await hyphen.getByText('That’s the one: line 7. A text may contain the separator.').waitFor();
  await hyphen.getByRole('button', { name: 'Run' }).click();
  await hyphen.getByText('shown: “rdv peut-être 14h”').waitFor();
  expect(await hyphen.getByText('shown: “rdv peut”').count()).toBe(2);
  expect(await hyphen.getByRole('link').getAttribute('href')).toBe('/en/questions/12/');

  const { page: still } = await openPage(`${server.url}failles/`, { javaScriptEnabled: false });
  expect(await still.locator('noscript p').textContent()).toContain('activez JavaScript');
  expect(await card(still, 'rethrown').textContent()).toContain('show(Fernet(key).decrypt(token).decode())');
});
