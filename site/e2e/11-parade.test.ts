// Question 11: a protection from blocks against a battery of attacks, and the idea of escaping in its cage.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment } from './experiment.ts';
import { expectReady, openPage, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test('a protection that holds is recognised, one block less is not, and escaping lets a copy through', async () => {
  const { page } = await openPage(`${server.url}questions/11/`);
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
  await expect.poll(fallen).toEqual(['rename', 'reflect', 'replayNow', 'replayLate', 'newMark', 'restart']);
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
}, 120_000);
