// Question 7, by a reader who follows the page alone: 14h becomes 18h on droite’s screen.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment } from './experiment.ts';
import { expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test('the page opens with a bet, guides to all three goals, and knows when they are reached', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 7);
  await expectState('predict');
  expect(await root.locator('.goals').count()).toBe(0); // they would tell what is possible
  await page.getByText('Rien d’utile : sans lire').click();
  await expectState('ready');

  await root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
  // Of what gauche says on its own, the page knows nothing.
  await peer(page, 'gauche').send('rdv 18h');
  await root.getByText('ce panneau ne l’a pas fait écrire').waitFor();
  expect(await root.getByText('c’est probable').count()).toBe(0);
  await root.getByRole('button', { name: 'Faire écrire' }).click();
  await root.getByText('c’est probable').waitFor();
  await root.getByLabel('Vous voulez').fill('8');
  await root.getByRole('button', { name: 'Remettre à droite, modifié' }).click();
  await peer(page, 'droite').expectLast('rdv 18h');
  await root.getByText(/droite lit «\srdv 18h\s», au nom de gauche/).waitFor();
  await expectDone(1);
  await expectState('running');

  await root.getByRole('button', { name: 'Remettre au nom de mallory' }).click();
  await expectDone(2);
  await root.getByText('Si vous connaissez tout le texte').click();
  await root.getByLabel('Votre texte à vous').fill('je ne viens pas');
  await root.getByRole('button', { name: 'Remettre à droite, remplacé' }).click();
  await expectState('reached');
  expect(await peer(page, 'gauche').shown()).toEqual(['rdv 18h', 'rdv 14h']);

  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  expect(await peer(page, 'droite').shown()).toEqual([]);
  expectCalm();
});
