// Question 13, by a reader who bets, slides, and finds both edges; and then tests a belief.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const DATES = ['−120 s', '−45 s', '−31 s', '−30 s', 'maintenant', '+31 s', '+90 s', '+120 s'];

test.each(READERS)('accepted from 30 s back to 60 s ahead, and no TTL has moved, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/13/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 13);
  await page.getByText('Elle refuse, car le jeton a 45 s').click();
  await expectState('ready');
  const place = root.getByRole('button', { name: 'Fixer mes pronostics' });
  for (const date of DATES) {
    expect(await place.isDisabled()).toBe(true);
    await root.getByRole('radio', { name: `${date} : refusé` }).check();
  }
  await place.click();

  const send = async (date: number, words: string, verdict: string) => {
    await root.getByRole('slider').fill(String(date));
    await root.getByRole('button', { name: `Envoyer un jeton daté de ${words}` }).click();
    const last = async () => plainSpaces((await root.locator('.dating-last').textContent()) ?? '').trim();
    await expect.poll(last).toMatch(`Daté de ${words} :`);
    expect((await last()).endsWith(verdict)).toBe(true);
  };
  await send(-45, '−45 s', 'refusé : trop vieux');
  await peer(page, 'droite').expectLast('InvalidToken');
  await send(-30, '−30 s', 'accepté');
  await peer(page, 'droite').expectLast('jeton daté de −30 s');
  await send(60, '+60 s', 'accepté');
  await expectDone(0);
  // The other sides of the edges, by the buttons of one second.
  await root.getByRole('button', { name: 'Une seconde de plus' }).click();
  await root.getByRole('button', { name: 'Envoyer un jeton daté de +61 s' }).click();
  await expectDone(1);
  await send(-31, '−31 s', 'refusé : trop vieux');
  await expectDone(2);
  const edges = (await root.locator('.dating-edges dd').allTextContents()).map(plainSpaces);
  expect(edges).toEqual(['−30 s accepté, −31 s refusé', '+60 s accepté, +61 s refusé']);

  await root.getByRole('button', { name: 'Envoyer les deux' }).click();
  await expectState('reached');
  const believed = root.getByRole('row', { name: /^−15 s/ }).getByRole('cell');
  expect((await believed.allTextContents()).map((text) => plainSpaces(text).trim())).toEqual([
    'refusé : trop vieux',
    'refusé : trop vieux',
  ]);

  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  await root.getByRole('button', { name: 'Fixer mes pronostics' }).waitFor();
  expectCalm();
});
