// What an experiment shows is attached to an answer, stays readable there, and can be looked at again.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { bench, chooseStage, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const pieces = (page: Page) => page.getByRole('region', { name: 'Pièces jointes' }).locator('li');
const wordsOf = async (page: Page, at: number) =>
  plainSpaces((await pieces(page).nth(at).locator('pre').textContent()) ?? '');

test('a message is attached with one press, outlives its conversation, and comes back into the inspector', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/9/`);
  await expectReady(page);
  await chooseStage(page, 'Fernet');
  await peer(page, 'gauche').send('rdv 14h');
  await peer(page, 'droite').expectLast('rdv 14h');
  await bench(page).locator('[data-log] button', { hasText: 'send message' }).first().click();
  const inspector = bench(page).locator('.inspector');
  await inspector.getByRole('button', { name: 'Joindre à ma réponse' }).click();
  await inspector.getByText('Jointe à votre réponse 9').waitFor();
  await inspector.getByRole('button', { name: 'Joindre à ma réponse' }).click();
  await inspector.getByText('Déjà jointe').waitFor();
  expect(await pieces(page).count()).toBe(1);
  const words = await wordsOf(page, 0);
  expect(words).toMatch(/gauche send message : /);
  expect(words).toMatch(/gAAAA/);
  expect(words).toMatch(/droite lit : rdv 14h/);
  const token = /gAAAA[\w-]+=*/.exec(words)?.[0] ?? '';

  await bench(page).getByRole('button', { name: 'Recommencer' }).click();
  await page.goto(`${server.url}questions/1/`);
  await page.goto(`${server.url}questions/9/`);
  await expectReady(page);
  expect(await bench(page).locator('.inspector').count()).toBe(0);
  await pieces(page).getByRole('button', { name: 'Revoir dans l’inspecteur la pièce 1' }).click();
  await inspector.getByText('Pièce de votre cahier').waitFor();
  await expect.poll(() => inspector.textContent()).toContain(token);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
  await expect.poll(() => inspector.locator('.checks .check-passed').count()).toBeGreaterThan(3);
  expect(await violations(page)).toEqual([]);
  await inspector.getByRole('button', { name: 'Fermer' }).click();
  await expect.poll(() => bench(page).locator('.inspector').count()).toBe(0);

  await pieces(page).getByRole('button', { name: 'Retirer la pièce 1' }).click();
  await expect.poll(() => pieces(page).count()).toBe(0);
  expectCalm();
});

test('the trace of a run is attached to the question that the reader names', async () => {
  const { page, expectCalm } = await openPage(`${server.url}matrice/`);
  await page.locator('[data-attack="relabel"] td button').first().click();
  const trace = page.locator('[data-trace]');
  await trace.waitFor();
  await trace.getByLabel('À la question').selectOption('10');
  await trace.getByRole('button', { name: 'Joindre à ma réponse' }).click();
  await trace.getByText('Jointe à votre réponse 10').waitFor();
  await page.goto(`${server.url}questions/10/`);
  await pieces(page).first().waitFor();
  expect(await wordsOf(page, 0)).toMatch(/^Trace : /);
  expect(await pieces(page).getByRole('link').getAttribute('href')).toMatch(/matrice\/$/);

  // The recorded trace opens where it is attached, and its messages in the inspector: nothing is run again.
  await page.evaluate(() => localStorage.clear());
  await pieces(page).getByText('Rouvrir la trace').click();
  const recorded = pieces(page).locator('.run-trace');
  await recorded
    .getByText(/droite affiche/)
    .first()
    .waitFor();
  const token = await recorded.locator('code').first().textContent();
  await recorded.getByRole('button', { name: 'Revoir ce message dans l’inspecteur' }).first().click();
  const inspector = bench(page).locator('.inspector');
  await inspector.getByText('Pièce de votre cahier').waitFor();
  await expect.poll(() => inspector.textContent()).toContain(token ?? 'no token');
  expect(await violations(page)).toEqual([]);
  expectCalm();
});

test('a line of the log that speaks of no message is attached, and read again where the log is gone', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/2/`);
  await expectReady(page);
  const registered = bench(page).getByRole('button', { name: /Register a new user droite/ });
  await registered.focus();
  await page.keyboard.press('Enter');
  const inspector = bench(page).locator('.inspector');
  await inspector.getByRole('heading', { name: 'Ligne du journal' }).waitFor();
  await inspector.getByRole('button', { name: 'Joindre à ma réponse' }).click();
  await inspector.getByText('Jointe à votre réponse 2').waitFor();
  const line = await wordsOf(page, 0);
  expect(line).toMatch(/^INFO:ChatServer:Register a new user droite with callback handler/);
  expect(await violations(page)).toEqual([]);
  await inspector.getByRole('button', { name: 'Fermer' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('lines');

  await page.reload();
  await expectReady(page);
  await pieces(page).getByRole('button', { name: 'Revoir dans l’inspecteur la pièce 1' }).click();
  await inspector.getByText('Pièce de votre cahier').waitFor();
  expect(await inspector.locator('p').first().textContent()).toBe(line);
  expect(await inspector.getByRole('button', { name: 'Joindre à ma réponse' }).count()).toBe(0);
  expectCalm();
});

test('a message that the relay refused is attached with its reason', async () => {
  const limited = await startServer(['--rate', '1']);
  const { page } = await openPage(`${limited.url}questions/7/`);
  await expectReady(page);
  await bench(page).getByRole('button', { name: 'Inviter une autre page' }).click();
  await expect.poll(() => bench(page).locator('.relay-note').textContent()).not.toMatch(/dans cette page/);
  // One after the other without waiting: more than the relay takes of one client in a moment.
  for (const text of ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']) {
    await peer(page, 'gauche').box.fill(text);
    await peer(page, 'gauche').box.press('Enter');
  }
  await bench(page)
    .getByRole('button', { name: /non relayé/ })
    .last()
    .click();
  const inspector = bench(page).locator('.inspector');
  await inspector.getByRole('button', { name: 'Joindre à ma réponse' }).click();
  await pieces(page).first().waitFor();
  expect(await wordsOf(page, 0)).toMatch(/refusé par le relais : Trop de messages à la fois/);
});
