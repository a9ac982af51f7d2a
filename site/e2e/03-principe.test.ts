// Question 3, by a reader who turns one switch at a time, then publishes everything.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, logLines, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('no journal, TLS, from end to end; then a key opens all, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/3/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 3);
  await page.getByText('Oui : c’est le journal').click();
  await expectState('ready');
  const tried = root.getByRole('table', { name: 'Vos essais' }).locator('tbody tr');
  const lastTry = async () => plainSpaces(await tried.last().innerText()).replace(/\s+/g, ' ');
  const send = async (rounds: number) => {
    await root.getByRole('button', { name: 'Envoyer, pour voir' }).click();
    await expect.poll(() => tried.count()).toBe(rounds);
  };

  const before = (await logLines(page)).length;
  await root.getByRole('switch', { name: 'Le serveur tient un journal' }).press('Space');
  await root.getByRole('switch', { name: 'TLS' }).press('Space');
  await send(1);
  expect(await lastTry()).toBe('non oui non personne mémoire du serveur');
  expect((await logLines(page)).length).toBe(before);
  expect(await root.locator('.holdings .held-bytes').first().textContent()).toMatch(/: 170303[0-9a-f]{100}/);

  await root.getByRole('switch', { name: 'Le serveur tient un journal' }).check();
  await root.getByRole('switch', { name: 'TLS' }).uncheck();
  await root.getByRole('checkbox', { name: 'journal' }).check();
  await send(2);
  expect(await lastTry()).toBe('oui non non journal écoute du réseau, mémoire du serveur, journal');

  await root.getByRole('switch', { name: 'Chiffrement de bout en bout' }).check();
  await send(3);
  expect(await lastTry()).toBe('oui non oui personne personne');
  await expectDone(1);
  await peer(page, 'gauche').expectLast('le sujet de l’examen est dans mon tiroir');

  const published = root.getByRole('table', { name: 'Ce qui a été publié' }).locator('tbody tr');
  let count = 0;
  for (const message of ['en clair', 'chiffré de bout en bout']) {
    await root.getByRole('radio', { name: message }).check();
    for (const what of ['le code source', 'la clé']) {
      await root.getByRole('button', { name: `Publier ${what}` }).click();
      count += 1;
      await expect.poll(() => published.count()).toBe(count);
    }
  }
  const readers = async (row: number) =>
    plainSpaces(await published.nth(row).locator('td').last().innerText());
  const all = 'écoute du réseau, mémoire du serveur, journal';
  expect(await Promise.all([0, 1, 2, 3].map(readers))).toEqual([all, all, 'personne', all]);
  await expectState('reached');

  await root.getByRole('switch', { name: 'Le serveur tient un journal' }).uncheck();
  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  await peer(page, 'gauche').send('le journal écrit de nouveau');
  await expect.poll(async () => (await logLines(page)).join()).toContain('le journal écrit de nouveau');
  expectCalm();
});
