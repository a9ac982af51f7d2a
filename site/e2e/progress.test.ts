// How far the reader has come with each question, and what the first page brings back from memory.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { openPage, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer([], { ANSWERS: 'open' });
}, 120_000);

const ring = (page: Page, question: number) => page.locator(`[data-ring="${question}"]`);
const labelOf = (page: Page, question: number) => ring(page, question).getAttribute('aria-label');
const write = (page: Page, question: number, text: string) =>
  page.locator(`[data-answer="${question}"] textarea`).fill(text);

test('a question is read, predicted, answered and compared, and the map and the first page say so', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/5/`);
  expect(await labelOf(page, 5)).not.toContain('lue');
  await page.locator('[data-predict] input').first().check();
  await expect.poll(() => labelOf(page, 5)).toMatch(/, prédite$/);
  await page.locator('[data-answer="5"]').scrollIntoViewIfNeeded();
  await expect.poll(() => labelOf(page, 5)).toMatch(/, lue, prédite$/);
  await write(page, 5, 'Oui, c’est le générateur du noyau.');
  await page.getByRole('button', { name: 'Comparer' }).click();
  await expect.poll(() => labelOf(page, 5)).toMatch(/, lue, prédite, répondue, comparée$/);
  await page.goto(`${server.url}en/`);
  await page.getByText('read, predicted, answered, compared').waitFor();
  // The first page leads to where one was; another sheet can still be taken up, after all that.
  const offers = page.locator('.start a');
  await expect.poll(() => offers.first().innerText()).toBe('Continue at question 5');
  expect(await offers.last().innerText()).toBe('Continue from an exported sheet');
  expect(await page.locator('.start .button').count()).toBe(1);
  await offers.first().click();
  await page.waitForURL('**/en/questions/5/**');
  expectCalm();
});

test('an answer of an earlier section comes back after a while, and once it was known, not for a day', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/5/`);
  const recall = page.locator('[data-recall]');
  await write(page, 5, 'Oui, c’est le générateur du noyau.');
  await page.locator('[data-answer="5"]').getByText('Enregistré', { exact: true }).waitFor();
  await page.goto(`${server.url}questions/16/`);
  await write(page, 16, 'Le rejeu reste possible.');
  await page.locator('[data-answer="16"]').getByText('Enregistré', { exact: true }).waitFor();
  await page.goto(server.url);
  await page.getByText('répondue').first().waitFor();
  expect(await recall.isVisible()).toBe(false); // it was only just written

  const later = (minutes: number) => page.clock.setFixedTime(Date.now() + minutes * 60_000);
  await later(21);
  await page.reload();
  await recall.waitFor();
  expect(await recall.getByRole('link').getAttribute('href')).toMatch(/\/questions\/5\/$/);
  expect(await recall.getByText('générateur du noyau').isVisible()).toBe(false);
  await recall.getByText('Voir ma réponse').click();
  await recall.getByText('générateur du noyau').waitFor();
  expect(await violations(page)).toEqual([]);
  await recall.getByRole('button', { name: 'À revoir' }).click();
  await expect.poll(() => recall.isVisible()).toBe(false);
  await later(60);
  await page.reload();
  await recall.getByText('Voir ma réponse').click();
  await recall.getByRole('button', { name: 'Je le savais encore' }).click();
  await expect.poll(() => recall.isVisible()).toBe(false);
  await later(600);
  await page.reload();
  await page.getByText('répondue').first().waitFor();
  expect(await recall.isVisible()).toBe(false);
  expectCalm();
});
