// Question 11: a protection from blocks against a battery of attacks, and the idea of escaping in its cage.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('what holds is recognised, and escaping lets a copy through, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/11/`, reader);
  await expectReady(page);
  await page.getByText('Une marque propre à chaque message, et de la mémoire.').click();
  const { root, expectState, expectDone } = experiment(page, 11);
  await expectState('ready');
  const run = root.getByRole('button', { name: 'Lancer la batterie' });
  const fallen = () =>
    root
      .locator('[data-held="false"]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.trial)); // a table's row is one
  await run.click();
  await expect
    .poll(fallen)
    .toEqual(['rename', 'reflect', 'replayNow', 'replayLate', 'newMark', 'noMark', 'restart']);
  for (const block of [
    'un numéro croissant',
    'dans le jeton',
    'dans le jeton aussi, et comparé',
    'le destinataire',
    'la plus grande',
  ])
    await root.getByText(block, { exact: true }).click();
  await run.click();
  await expect.poll(fallen).toEqual(['honest', 'restart']);
  await root.getByText('mémoire et numéro sont conservés').click();
  await run.click();
  await expect.poll(fallen).toEqual([]);
  await expectDone(1);
  await expectState('running');

  await root.locator('[data-cage="ready"]').waitFor();
  await root.getByRole('button', { name: 'Une image cassée' }).click();
  await root.getByRole('button', { name: 'Envoyer à droite' }).click();
  const counted = (name: string) => () => root.locator(`[data-count="${name}"] dd`).textContent();
  await expect.poll(counted('executed')).toBe('1');
  await expectDone(1); // that a script runs is half of it
  await root.getByRole('switch', { name: 'Échapper' }).check();
  await root.getByRole('button', { name: 'Rejouer le dernier' }).click();
  await expect.poll(counted('shown')).toBe('2');
  await expectState('reached');
  expect(await counted('executed')()).toBe('1');

  await root.getByText('toutes', { exact: true }).click();
  await root.getByText('la date du jeton', { exact: false }).click();
  await run.click();
  await expect.poll(fallen).toEqual(['sameSecond']);
  await root.getByText('rien', { exact: true }).last().click();
  await run.click();
  await expect.poll(fallen).toEqual(['replayNow', 'newMark', 'noMark', 'restart']);
  expectCalm();
});
