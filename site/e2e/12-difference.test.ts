// Question 12, by a reader who looks for the difference in the tokens, then in the receiver.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('two tokens are alike, and only the receiver makes 31 s late, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/12/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 12);
  await expectState('predict');
  await page.getByLabel('La date d’expiration.').check();
  await expectState('ready');

  await root.getByRole('button', { name: 'Faire envoyer le même texte' }).click();
  const answer = root.getByRole('button', { name: 'Répondre' });
  await root.getByText('Il vous reste 5 champs à juger.').waitFor();
  expect(await answer.isDisabled()).toBe(true);
  for (const field of ['Version', 'IV', 'Chiffré', 'HMAC']) {
    await root.getByLabel(`${field} : même place et même longueur`).check();
    expect(await answer.isDisabled()).toBe(true);
  }
  await root.getByLabel('Horodatage : diffère').check();
  await answer.click();
  await root.getByText('Comparez encore').waitFor();
  await root.getByLabel('Horodatage : même').check();
  await answer.click();
  await expectDone(1);

  const row = (age: number) => root.getByRole('row', { name: `${age} s` });
  const cells = async (age: number) =>
    (await row(age).getByRole('cell').allTextContents()).map((text) => plainSpaces(text).trim());
  for (const delay of [30, 31]) {
    await root.getByRole('slider').fill(String(delay));
    await root.getByRole('button', { name: 'Livrer aux deux étapes' }).click();
    await row(delay).waitFor();
    await expect.poll(() => cells(delay)).toHaveLength(2);
  }
  expect(await cells(30)).toEqual(['accepté', 'accepté']);
  expect(await cells(31)).toEqual(['accepté', 'refusé : trop vieux']);
  await expectState('reached');
  expect(await peer(page, 'droite').shown()).toHaveLength(6);

  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  expect(await peer(page, 'droite').shown()).toEqual([]);
  await root.getByRole('button', { name: 'Faire envoyer le même texte' }).click();
  await peer(page, 'droite').expectLast('cherchez la différence');
  expectCalm();
});
