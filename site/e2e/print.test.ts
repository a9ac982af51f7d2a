// On paper: what was read and written, black on white, and nothing that can only be clicked on.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer([], { ANSWERS: 'open' });
}, 240_000);

/** The elements that are drawn, of those that a selector names. */
const drawn = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

const ground = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]);

test('a question with a long answer: all of it, from the dark theme too, and no control', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`, { colorScheme: 'dark' });
  await expectReady(page);
  const text = Array.from({ length: 60 }, (_, i) => `Phrase ${i} de la réponse.`).join('\n\n');
  await page.locator('[data-answer] textarea').fill(text);
  await page.getByText('Enregistré').waitFor();
  await peer(page, 'gauche').send('rdv 14h');
  await peer(page, 'droite').expectLast('rdv 14h');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(
    await drawn(page, 'header.site-header, footer, nav, textarea, .bench button:not(.line button, .follow)'),
  ).toBe(0);
  expect(await drawn(page, '.text button, .skip, .stages, .composer, .settings, .inspector-hint')).toBe(0);
  const paper = page.locator('.on-paper');
  expect(await paper.innerText()).toBe(text);
  expect(await paper.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
  expect(await drawn(page, '.say p, .line')).toBeGreaterThan(3);
  expect(await ground(page, '.server-log')).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  expect(await ground(page, 'body')).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  expect(
    await page
      .locator('h2')
      .first()
      .evaluate((one) => getComputedStyle(one).breakAfter),
  ).toBe('avoid');

  // On the screen the text is there once.
  await page.emulateMedia({ media: 'screen' });
  expect(await drawn(page, '.on-paper')).toBe(0);
  expectCalm();
});

test.each(['', 'matrice/', 'failles/', 'protocole/', 'au-dela/', 'en/questions/3/', 'copie/'])(
  '%s has neither header nor footer, and fits the paper',
  async (path) => {
    const { page, expectCalm } = await openPage(server.url + path);
    await page.waitForLoadState('networkidle');
    await page.setViewportSize({ width: 643, height: 986 }); // A4 within its margins, in CSS pixels
    await page.emulateMedia({ media: 'print' });
    expect(await drawn(page, '.site-header, .site-footer, .steps-nav, textarea, .side')).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(643);
    expectCalm();
  },
);
