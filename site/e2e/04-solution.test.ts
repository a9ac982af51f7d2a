// Question 4, by a reader who judges two ideas, then puts lock and key where they belong: by keyboard, and by dragging.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectLine, expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('closed links leave the server; the two ends are enough, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/4/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 4);
  await page.getByText('Un mot de passe de connexion').click();
  await expectState('ready');
  const outcomes = () => root.locator('.sights tbody tr td:last-child').allInnerTexts();
  const words = async () => (await outcomes()).map((text) => text.trim());

  await root.getByRole('button', { name: 'Un mot de passe d’accès', exact: true }).click();
  await expectDone(1);
  expect(await words()).toEqual([
    'a écrit le message',
    'lit',
    'lit',
    'lit',
    'affiche le message',
    'ne lit pas',
  ]);
  await root.getByRole('button', { name: 'Chaque lien chiffré' }).click();
  await expectDone(2);
  expect(await words()).toEqual([
    'a écrit le message',
    'ne lit pas',
    'lit',
    'ne lit pas',
    'affiche le message',
    'ne lit pas',
  ]);
  await root.getByRole('button', { name: 'Tout retirer' }).click();

  const pick = (name: string) => root.getByRole('button', { name, exact: true }).press('Enter');
  /** Whoever has put a thing down has an empty hand, and stays where they were. */
  const put = async (name: string) => {
    await root.getByRole('button', { name }).press('Enter');
    await root.getByText('Rien en main : prenez un objet.').waitFor();
    expect(await root.locator('.put:focus').count()).toBe(1);
    expect(await root.locator('.tray [aria-pressed="true"]').count()).toBe(0);
  };
  await pick('Sceller');
  await put('Poser ici, chez gauche');
  await root.getByText('sans clé, rien n’est scellé ici').waitFor();
  await pick('Clé');
  await put('Poser ici, chez gauche');
  await pick('Clé');
  await put('Poser ici, sur le serveur');
  const misplaced = root.getByRole('button', { name: 'Clé, sur le serveur' });
  if (reader.keyboard) {
    await misplaced.press('Enter');
    for (const thing of ['Clé', 'Ouvrir']) {
      await pick(thing);
      await put('Poser ici, chez droite');
    }
  } else {
    await misplaced.dragTo(root.locator('.spot-droite'));
    await root.getByRole('button', { name: 'Ouvrir', exact: true }).dragTo(root.locator('.spot-droite'));
  }
  await expectState('reached');
  expect(await words()).toEqual([
    'a écrit le message',
    'ne lit pas',
    'ne lit pas',
    'ne lit pas',
    'affiche le message',
    'ne lit pas',
  ]);

  await root.getByRole('button', { name: 'Refaire le même envoi sur le banc' }).click();
  await peer(page, 'droite').expectLast('on se voit à 14h devant la bibliothèque');
  await expectLine(page, /^INFO:ChatServer:gauche send message : \(\{'data'/);
  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  expect(await root.locator('.placed').count()).toBe(0);
  expectCalm();
});
