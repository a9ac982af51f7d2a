// Question 8, by a reader who follows the page alone: three receivers, one forgery, and a check that needs a key.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('bare CTR and a hash are fooled, the HMAC refuses every key, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/8/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 8);
  const verdicts = async () =>
    (await root.locator('.verdict').allTextContents()).map((text) => plainSpaces(text).trim());
  await expectState('predict');
  await page.getByText('Non : l’empreinte ne correspondrait plus.').click();
  await expectState('ready');
  const accepted = (hour: string) => `acceptédroite lit « rdv ${hour} »`;
  const refused = 'refusédroite ne lit rien';
  expect(await verdicts()).toEqual(Array(3).fill(accepted('14h')));

  const recompute = root.getByRole('button', { name: 'Recalculer l’empreinte' });
  expect(await recompute.isDisabled()).toBe(true);
  await root.getByLabel('Vous voulez').fill('8');
  await root.getByRole('button', { name: 'Remettre aux trois' }).click();
  await expectDone(1);
  expect(await verdicts()).toEqual([accepted('18h'), refused, refused]);

  await recompute.click();
  await expectDone(2);
  expect(await verdicts()).toEqual([accepted('18h'), accepted('18h'), refused]);

  for (const key of ['soleil', 'lune', 'une autre clé']) {
    await root.getByLabel('Clé de votre choix').fill(key);
    await page.keyboard.press('Enter');
  }
  await expectState('reached');
  await root.getByRole('button', { name: 'Mille clés au hasard' }).click();
  await root.getByText(/^1\s?003 essais, 0 accepté$/).waitFor();
  expect(await verdicts()).toEqual([accepted('18h'), accepted('18h'), refused]);

  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  await expect.poll(verdicts).toEqual(Array(3).fill(accepted('14h')));
  expectCalm();
});
