// Question 1, by a reader who draws wrong first: the way, the cut, and four messages of which two arrive.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { goIn } from './in-class.ts';
import { startClass } from './led-class.ts';
import { expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('a drawing, a server cut off, and one that forgets, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/1/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 1);
  await page.getByText('Par le serveur, qui le recopie').click();
  await expectState('ready');

  await root.getByRole('checkbox', { name: 'de gauche à droite' }).press('Space');
  await root.getByRole('button', { name: 'Envoyer un message, pour voir' }).click();
  await root.getByText('De trop dans votre dessin').waitFor();
  await expectDone(0);
  await root.getByRole('checkbox', { name: 'de gauche à droite' }).press('Space');
  await root.getByRole('checkbox', { name: 'de gauche au serveur' }).press('Space');
  await root.getByRole('checkbox', { name: 'du serveur à droite' }).press('Space');
  await root.getByRole('button', { name: 'Envoyer un message, pour voir' }).click();
  await expectDone(1);
  expect(await root.locator('.exp-evidence code').allTextContents()).toEqual([
    'INFO:ChatServer:gauche send message : bonjour droite',
    'INFO:ChatServer:message send to droite',
  ]);

  await root.getByRole('button', { name: 'Couper le serveur' }).click();
  await peer(page, 'droite').send('tu es là ?');
  await root.getByText('« tu es là ? » attend dans sa fenêtre').waitFor();
  await expectDone(2);
  expect(await peer(page, 'droite').root.locator('.notice').textContent()).toContain('rien n’est parti');
  await root.getByRole('button', { name: 'Rétablir le serveur' }).click();
  await peer(page, 'droite').send('tu es là ?');
  await peer(page, 'gauche').expectLast('tu es là ?');

  await root.getByRole('button', { name: 'Ne remettre qu’un message sur deux' }).click();
  await root.getByRole('button', { name: 'Faire envoyer quatre messages' }).click();
  await expectState('reached');
  expect((await peer(page, 'droite').shown()).slice(-2)).toEqual(['un', 'trois']);
  expect((await peer(page, 'gauche').shown()).slice(-4)).toEqual(['un', 'deux', 'trois', 'quatre']);
  expect(await root.getByText('Avertissements affichés').textContent()).toMatch(/aucun/);

  await root.getByRole('button', { name: 'Couper le serveur' }).click();
  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  await peer(page, 'gauche').send('et maintenant ?');
  await peer(page, 'droite').expectLast('et maintenant ?');
  expectCalm();
});

test('over sockets, with droite on another page: the cable is cut for this page alone, and mended', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/1/`);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 1);
  await page.getByText('Par le serveur, qui le recopie').click();
  await page.getByRole('button', { name: 'Inviter une autre page' }).click();
  const link = await page.getByRole('link', { name: 'Lien pour droite' }).getAttribute('href');
  const other = await openPage(link ?? '');
  await expectReady(other.page);
  await expectState('ready');

  await root.getByRole('checkbox', { name: 'de gauche au serveur' }).check();
  await root.getByRole('checkbox', { name: 'du serveur à droite' }).check();
  await root.getByRole('button', { name: 'Envoyer un message, pour voir' }).click();
  await expectDone(1);
  await root.getByText('droite est dans une autre page').waitFor();

  await root.getByRole('button', { name: 'Couper le serveur' }).click();
  await root.getByText('Seule cette page est coupée').waitFor();
  await root.getByRole('button', { name: 'Faire écrire gauche' }).click();
  await expectDone(2);
  await root.getByRole('button', { name: 'Rétablir le serveur' }).click();
  await expect.poll(() => peer(page, 'gauche').root.locator('.notice').textContent()).toBe('');
  await root.getByRole('button', { name: 'Ne remettre qu’un message sur deux' }).click();
  await root.getByRole('button', { name: 'Faire envoyer quatre messages' }).click();
  await expectState('reached');
  await peer(other.page, 'droite').expectLast('trois');
  expectCalm();
  other.expectCalm();
});

test('on a class’s relay, with gauche and droite on two pages, and the server on a third', async () => {
  const led = await startClass();
  const open = async (pseudonym: string) => {
    const watched = await goIn(led, pseudonym);
    await watched.page.goto(`${led.server.url}questions/1/`);
    await expectReady(watched.page);
    const panel = experiment(watched.page, 1);
    await panel.expectState('predict');
    await watched.page.getByText('Par le serveur, qui le recopie').click();
    await panel.expectState('ready');
    const press = (name: string) => panel.root.getByRole('button', { name }).click();
    return { ...watched, ...panel, press };
  };
  const [gauche, droite, server] = [await open('Ada'), await open('Bob'), await open('Eve')];
  for (const { root } of [gauche, server])
    for (const arrow of ['de gauche au serveur', 'du serveur à droite'])
      await root.getByRole('checkbox', { name: arrow }).check();
  await gauche.press('Envoyer un message, pour voir');
  await gauche.expectDone(1);
  await server.press('Comparer avec le dernier message de l’autre page');
  await server.expectDone(1);
  await gauche.press('Couper le serveur');
  await gauche.press('Faire écrire gauche');
  await gauche.expectDone(2);
  await gauche.press('Rétablir le serveur');

  // Whoever does not get the seat is told; who has it, has nobody to write, and reaches its goals.
  await server.press('Ne remettre qu’un message sur deux');
  await server.root.getByText('Faites envoyer quatre messages depuis la page de gauche').waitFor();
  await gauche.press('Ne remettre qu’un message sur deux');
  await gauche.root.getByText('quelqu’un d’autre la tient').waitFor();
  for (const text of ['un', 'deux', 'trois', 'quatre']) await peer(gauche.page, 'gauche').send(text);
  await server.expectState('reached');
  expect((await peer(droite.page, 'droite').shown()).slice(-2)).toEqual(['un', 'trois']);
  expect((await peer(gauche.page, 'gauche').shown()).slice(-4)).toEqual(['un', 'deux', 'trois', 'quatre']);
  for (const { page, name } of [
    { ...gauche, name: 'gauche' },
    { ...droite, name: 'droite' },
  ] as const)
    expect(await peer(page, name).root.locator('.notice').textContent()).toBe('');
  for (const { expectCalm } of [gauche, droite, server]) expectCalm();
}, 240_000);
