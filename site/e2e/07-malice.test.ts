// Question 7, by a reader who follows the page alone: 14h becomes 18h on droite’s screen.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { bench, chooseStage, expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('a bet, then all three goals, guided by the page alone, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`, reader);
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

const BET = 'Rien d’utile : sans lire';

test('a seat that was taken on the bench holds nothing yet, and the panel says so and offers to hold', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await expectReady(page);
  const { root, expectState } = experiment(page, 7);
  await expectState('predict');
  await page.getByText(BET).click();
  await bench(page).getByRole('button', { name: 'Prendre la place du serveur' }).click();
  await root.getByText('le relais ne retient pas tout').waitFor();
  const write = root.getByRole('button', { name: 'Faire écrire' });
  expect(await write.count()).toBe(0);
  await root.getByRole('button', { name: 'Retenir' }).click();
  await root.getByText('Le relais retient tout').waitFor();
  await write.click();
  await root.getByText('c’est probable').waitFor();
  expect(await peer(page, 'droite').shown()).toEqual([]);
  expectCalm();
});

test('in three pages, the server’s page recognises what it hands out, and the others say where to look', async () => {
  const room = await startServer([], { ANSWERS: 'none' });
  const open = async (name: string) => {
    const watched = await openPage(`${room.url}questions/7/#room=trois&peer=${name}`);
    await expectReady(watched.page);
    const panel = experiment(watched.page, 7);
    await panel.expectState('predict');
    await watched.page.getByText(BET).click();
    await panel.expectState('ready');
    return { ...watched, ...panel };
  };
  const [gauche, droite, server] = [await open('gauche'), await open('droite'), await open('serveur')];
  await server.root.getByRole('button', { name: 'Retenir' }).click();
  await server.root.getByText('gauche est dans une autre page. Demandez-lui').waitFor();
  expect(await server.root.getByRole('button', { name: 'Faire écrire' }).count()).toBe(0);

  await chooseStage(gauche.page, 'AES-CTR');
  await chooseStage(droite.page, 'AES-CTR');
  await peer(gauche.page, 'gauche').send('rdv 14h');
  await server.root.getByText('écrit dans une autre page').waitFor();
  await server.root.getByLabel('Vous voulez').fill('8');
  await server.root.getByRole('button', { name: 'Remettre à droite, modifié' }).click();
  await server.root.getByText(/droite lit maintenant «\srdv 18h\s»/).waitFor();
  await server.expectDone(1);
  await peer(droite.page, 'droite').expectLast('rdv 18h');

  await server.root.getByRole('button', { name: 'Remettre au nom de mallory' }).click();
  await server.expectDone(2);
  await server.root.getByText('Si vous connaissez tout le texte').click();
  await server.root.getByLabel('Votre texte à vous').fill('je ne viens pas');
  await server.root.getByRole('button', { name: 'Remettre à droite, remplacé' }).click();
  await server.expectState('reached');
  await peer(droite.page, 'droite').expectLast('je ne viens pas');

  await droite.root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
  await droite.root.getByText('La place du serveur n’est pas à vous').waitFor();
  for (const { expectCalm } of [gauche, droite, server]) expectCalm();
}, 240_000);
