// Question 5, by a reader who follows the page alone: one generator is foretold at once, another once its seed is known.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('a duel of three, a seed, and one bit of it, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/5/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 5);
  const press = (name: RegExp) => root.getByRole('button', { name }).click();
  const scores = async () => (await root.locator('tfoot td').allTextContents()).map(plainSpaces);
  await expectState('predict');
  await page.getByText('Non : pseudo-aléatoire').click();
  await expectState('ready');

  await press(/^Récolter/);
  await expect.poll(() => root.getByRole('img').count()).toBe(3);
  const foretell = root.getByRole('button', { name: /^Annoncer/ });
  expect(await foretell.isDisabled()).toBe(true);
  await root.getByRole('radio', { name: 'A' }).check();
  await foretell.click();
  expect(await scores()).toEqual(Array(3).fill('à tirer'));
  await press(/^Tirer/);
  await expectDone(1);
  expect((await scores()).map((text) => text.trim()).sort()).toEqual(['0 sur 10', '0 sur 10', '10 sur 10']);
  await root.getByText(/^Vous aviez dit A/).waitFor();

  await press(/^Révéler la graine/);
  await press(/^Annoncer/);
  await press(/^Tirer/);
  await expectDone(2);
  await root.getByRole('slider').fill('64');
  await root.getByLabel(/^octet n°\s8\s: .., un bit inversé$/).waitFor();
  await press(/^Annoncer/);
  await press(/^Tirer/);
  await expectState('reached');
  expect((await scores()).slice(3).map((text) => text.trim())).toEqual(['10 sur 10', '0 sur 10']);

  await press(/^Recommencer l’expérience/);
  await expectState('ready');
  await root.getByRole('button', { name: /^Récolter/ }).waitFor();
  expectCalm();
});
