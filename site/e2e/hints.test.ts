// The hints of a question: three steps, kept in the notebook, by keyboard, without a script, and in English.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { openPage, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const summary = (page: Page, name: string) =>
  page.locator('[data-hints] summary').getByText(name, { exact: true });

/** How many hints can be read now. */
const readable = (page: Page) => page.locator('[data-hints] details > p').filter({ visible: true }).count();

/** How many the notebook says were asked for; 0 where it says nothing. */
const taken = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('tp-chat-chiffre');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const found = opening.result.transaction('marks').objectStore('marks').get(['hints', 7]);
          found.onsuccess = () => {
            opening.result.close();
            resolve(found.result?.taken ?? 0);
          };
        };
      }),
  );

const listening = (page: Page) => page.locator('[data-hints][aria-live="polite"]').waitFor();

test('one after the other, they are noted, and are there again when one comes back', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await listening(page);
  expect(await readable(page)).toBe(0);
  expect(await summary(page, 'Encore un indice').isVisible()).toBe(false);
  await page.getByText('consignés dans votre cahier, jamais sanctionnés').waitFor();
  await summary(page, 'Un indice').click();
  await expect.poll(() => taken(page)).toBe(1);
  await summary(page, 'Encore un indice').click();
  await expect.poll(() => taken(page)).toBe(2);
  expect(await readable(page)).toBe(2);

  await page.reload();
  await listening(page);
  expect(await readable(page)).toBe(2);
  await summary(page, 'Un dernier indice').click();
  await expect.poll(() => taken(page)).toBe(3);
  expect(await readable(page)).toBe(3);
  expect(await violations(page)).toEqual([]);

  // To fold them away is not to give them back; another question’s were not asked for.
  await summary(page, 'Un indice').click();
  await page.reload();
  await listening(page);
  expect(await readable(page)).toBe(3);
  await page.goto(`${server.url}questions/8/`);
  await listening(page);
  expect(await readable(page)).toBe(0);
  expectCalm();
});

test('the keyboard goes from each to the next, which is heard', async () => {
  const { page } = await openPage(`${server.url}en/questions/7/`);
  await listening(page);
  await summary(page, 'A hint').focus();
  for (const [count, name] of ['A hint', 'Another hint', 'One last hint'].entries()) {
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    await page.keyboard.press('Enter');
    await expect.poll(() => readable(page)).toBe(count + 1);
    await page.keyboard.press('Tab');
  }
  const heard = await page.locator('[data-hints]').ariaSnapshot();
  expect(heard).toContain('So: alter a text that it guesses');
  await expect.poll(() => taken(page)).toBe(3);
});

test('without a script they open as well', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`, { javaScriptEnabled: false });
  for (const name of ['Un indice', 'Encore un indice', 'Un dernier indice'])
    await summary(page, name).click();
  expect(await readable(page)).toBe(3);
  expect(await page.getByText('consignés dans votre cahier').isVisible()).toBe(false);
  expectCalm();
});

test('a browser that keeps nothing shows them all the same', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('closed to pages', 'SecurityError');
    };
  });
  await page.reload();
  await listening(page);
  await summary(page, 'Un indice').click();
  expect(await readable(page)).toBe(1);
  expectCalm();
});
