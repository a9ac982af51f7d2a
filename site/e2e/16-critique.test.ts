// Question 16: the hunt. A flaw is proven on the bench, its repair is put in place, and the same attack fails.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { chooseStage, expectReady, type Opening, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

async function hunt(reader: Opening) {
  const watched = await openPage(`${server.url}questions/16/`, reader);
  const { page } = watched;
  await expectReady(page);
  await page.getByText('AES-128 : il faudrait AES-256.').click();
  const trial = experiment(page, 16);
  await trial.expectState('ready');
  const card = (flaw: string) => trial.root.locator(`[data-flaw="${flaw}"] [data-shown="true"]`);
  return { ...watched, ...trial, card, gauche: peer(page, 'gauche'), droite: peer(page, 'droite') };
}

test.each(READERS)('a weak password is found, one of 128 bits is not, %s', async (_, reader) => {
  const { root, card, gauche, droite, expectState, expectCalm } = await hunt(reader);
  await root.getByRole('button', { name: 'Ouvrir la fiche : Trouver le mot de passe' }).click();
  await gauche.send('rdv 14h');
  await droite.expectLast('rdv 14h');
  await root.getByRole('button', { name: 'Essayer la liste' }).click();
  await root.getByText(/Mot de passe trouvé après .*soleil/).waitFor();
  await expect.poll(() => card('password').count()).toBe(1);
  await root.getByRole('button', { name: 'Tirer un mot de passe au hasard' }).click();
  await gauche.send('rdv 15h');
  await droite.expectLast('rdv 15h');
  await root.getByRole('button', { name: 'Essayer la liste' }).click();
  await root.getByText(/aucun n’ouvre le jeton/).waitFor({ timeout: 60_000 });
  await expectState('reached');
  expectCalm();
});

test.each(READERS)('a copy is accepted, and refused by a memory, %s', async (_, reader) => {
  const { page, root, card, gauche, droite, expectState } = await hunt(reader);
  await root.getByRole('button', { name: 'Ouvrir la fiche : Rejouer' }).click();
  await page.getByRole('button', { name: 'Prendre la place du serveur' }).first().click();
  await gauche.send('vire 100 €');
  await droite.expectLast('vire 100 €');
  const replayLater = async () => {
    const time = page.locator('.bench-live [data-time]');
    if ((await time.getAttribute('open')) === null) await time.locator('summary').click();
    await time.getByRole('button', { name: 'Avancer le temps de 10 s' }).click();
    await droite.root.locator('.follow').first().click();
    await page
      .locator('.bench-live [data-console]')
      .getByRole('button', { name: /^Rejouer le message/ })
      .click();
  };
  await replayLater();
  await expect.poll(() => card('replay').count()).toBe(1);
  await chooseStage(page, 'AEAD');
  await page.getByRole('button', { name: 'Fermer' }).click();
  await gauche.send('vire 200 €');
  await droite.expectLast('vire 200 €');
  await droite.root.locator('.follow').last().click();
  await page
    .locator('.bench-live [data-time]')
    .getByRole('button', { name: 'Avancer le temps de 10 s' })
    .click();
  await page
    .locator('.bench-live [data-console]')
    .getByRole('button', { name: /^Rejouer le message/ })
    .click();
  await expectState('reached');
});
