// Question 6, by a reader who follows the page alone: a fault that nobody notices gives a message away, until it is mended.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('a frozen counter block, a guessed word, the other message, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/6/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 6);
  const press = (name: RegExp) => root.getByRole('button', { name }).click();
  await expectState('predict');
  await page.getByText('Ses tests échouent.').click();
  await expectState('ready');

  await press(/^Figer/);
  await press(/^Faire envoyer/);
  const hint = /contient « ([^»]+) »/.exec(
    plainSpaces((await root.getByText('parierait').textContent()) ?? ''),
  )?.[1];
  const windows = page.locator('.bench-live [data-peer]');
  const hidden = 'message caché : à retrouver dans ses octets';
  await expect.poll(peer(page, 'droite').shown).toEqual([hidden, hidden]);
  expect(await peer(page, 'gauche').shown()).toEqual([hidden, hidden]);
  for (const window of await windows.allTextContents()) expect(plainSpaces(window)).not.toContain(hint);
  await windows.last().locator('.follow').last().click();
  await page.getByText('Tapé par gauche').waitFor();
  expect(await page.locator('.way').getByText(hidden).count()).toBe(2);
  await page.keyboard.press('Escape');
  await root.getByLabel('Mot supposé').fill('é'.repeat(100));
  await root
    .getByText(/Ces mots font 200\soctets, et le XOR n’en a que \d+\s: raccourcissez-les\./)
    .waitFor();
  await root.getByLabel('Mot supposé').fill(hint ?? '');
  await root.getByRole('row', { name: /6 réussis sur 6/ }).waitFor();

  // Of the places that the page proposes, at most one is the right one: the reader tries them, as one does.
  const places = root.getByRole('button', { name: /^octet/ });
  for (let i = 0; i < (await places.count()); i++) {
    await places.nth(i).click();
    await press(/^Mon mot est/);
    await root
      .locator('.verdict')
      .getByText(/Juste|Non/)
      .waitFor();
    if ((await root.locator('.finds li').count()) > 0) break;
  }
  await expectDone(1);
  const find = plainSpaces((await root.locator('.finds li').textContent()) ?? '');
  const piece = /« ([^»]+) » dans l’autre/.exec(find)?.[1] ?? '';

  await press(/^Réparer/);
  await press(/^Renvoyer/);
  await expectState('reached');
  await root.getByText(/Différents\./).waitFor();
  const shown = await peer(page, 'droite').shown();
  expect(shown).toHaveLength(4);
  expect(shown[2]).toContain(hint);
  expect(shown[3]).toContain(piece.trim());

  await press(/^Recommencer/);
  await expectState('ready');
  await root.getByRole('button', { name: /^Figer/ }).waitFor();
  expect(await peer(page, 'droite').shown()).toEqual([]);
  expectCalm();
});
