// A bet with its confidence, what the experiment then shows beside it, and a mind that changes.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { experiment } from './experiment.ts';
import { expectReady, openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test('prediction and observation are seen together, and a changed mind beside the first one', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
  await expectReady(page);
  const { root, expectState } = experiment(page, 7);
  const bet = page.locator('[data-predict]');
  await expectState('predict');
  expect(await bet.getByLabel('J’en suis sûr').isVisible()).toBe(false);
  await bet.getByLabel('Le modifier, mais droite').check();
  await bet.getByLabel('Je devine').check();
  await bet.getByLabel('Rien d’utile').check(); // nothing was tried yet: this corrects it
  expect(await bet.locator('[name="confidence"]:checked').count()).toBe(0);
  await bet.getByLabel('J’en suis sûr').check();
  await expectState('ready');

  await root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
  await root.getByRole('button', { name: 'Faire écrire' }).click();
  await root.getByText('c’est probable').waitFor();
  await root.getByLabel('Vous voulez').fill('8');
  await root.getByRole('button', { name: 'Remettre à droite, modifié' }).click();
  await root.getByRole('button', { name: 'Remettre au nom de mallory' }).click();
  await root.getByText('Si vous connaissez tout le texte').click();
  await root.getByLabel('Votre texte à vous').fill('je ne viens pas');
  await root.getByRole('button', { name: 'Remettre à droite, remplacé' }).click();
  await expectState('reached');

  const outcome = root.getByRole('region', { name: 'Prédiction et observation' });
  const said = async () => plainSpaces((await outcome.textContent()) ?? '');
  await outcome.waitFor();
  expect(await said()).toContain('Rien d’utile : sans lire, on ne peut rien changer. (vous en étiez sûr)');
  expect(await outcome.locator('dd li').count()).toBe(3);
  await outcome.getByLabel('Choisir une autre heure').check();
  await outcome.getByText('Vous avez changé d’avis').waitFor();
  expect(await said()).toContain('Rien d’utile : sans lire, on ne peut rien changer. (vous en étiez sûr)');
  expect(await violations(page)).toEqual([]);

  await page.goto(`${server.url}questions/7/`);
  await bet.getByText('D’abord, vous aviez prédit : Rien d’utile').waitFor();
  expect(await bet.getByLabel('Choisir une autre heure').isChecked()).toBe(true);
  expect(await bet.locator('[name="confidence"]:checked').count()).toBe(0);
  expect(await page.getByText('Pariez d’abord').isVisible()).toBe(false);
  expectCalm();
});
