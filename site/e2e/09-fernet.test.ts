// Question 9: ten changed bytes, ten refusals; then two attackers, as fast as this machine lets them.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { chooseStage, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('ten edits are refused, and the race tells both speeds, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/9/`, reader);
  await expectReady(page);
  await page.getByText('Un bon assemblage des mêmes briques.').click();
  const { root, expectState, expectDone } = experiment(page, 9);
  await expectState('ready');
  await root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
  await root.getByText('Vous tenez le jeton').waitFor();
  const edit = root.getByRole('button', { name: 'Modifier et remettre' });
  const result = (words: RegExp) => root.locator('.edits [role="status"]').getByText(words).waitFor();
  for (let again = 0; again < 3; again++) await edit.click();
  await result(/refusées\s: 1\s; champs touchés\s: 1 sur 5/);
  for (const field of ['Version', 'Horodatage', 'IV', 'Chiffré', 'HMAC']) {
    await root.getByRole('combobox').selectOption({ label: field });
    for (const ordinal of field === 'Version' ? ['1'] : ['1', '2', '3']) {
      await root.getByLabel(/^Octet/).fill(ordinal);
      await edit.click();
    }
  }
  await root.getByLabel(/^Octet, de 1 à 32/).fill('33');
  expect(await edit.isDisabled()).toBe(true);
  await expectDone(1);
  await result(/refusées\s: 13\s; champs touchés\s: 5 sur 5/);

  await root.getByRole('button', { name: 'Lancer la course' }).click();
  await expect
    .poll(async () => plainSpaces(await root.locator('[data-run="sha256"]').innerText()), { timeout: 60_000 })
    .toMatch(/trouvé en [\d,]+ s : « Marseille2013! »/);
  await expect.poll(() => root.getAttribute('data-state'), { timeout: 60_000 }).toBe('reached');
  const tried = async () => Number(await root.locator('[data-run="pbkdf2"] td').nth(1).innerText());
  expect(await tried()).toBeGreaterThanOrEqual(2);
  await root.getByText(/l’attaquant essaie environ .+ fois plus de mots/).waitFor();
  await root.getByRole('button', { name: 'Arrêter' }).click();
  await expect.poll(() => root.locator('[data-run="pbkdf2"]').innerText()).toContain('arrêté');
  expectCalm();
});

test('in three pages, the server’s page counts what it hands out, and the others say that the seat is taken', async () => {
  const relay = await startServer([], { ANSWERS: 'none' });
  const open = async (name: string) => {
    const watched = await openPage(`${relay.url}questions/9/#room=trois&peer=${name}`);
    await expectReady(watched.page);
    await watched.page.getByText('Un bon assemblage des mêmes briques.').click();
    const panel = experiment(watched.page, 9);
    await panel.expectState('ready');
    return { ...watched, ...panel };
  };
  const [gauche, droite, server] = [await open('gauche'), await open('droite'), await open('serveur')];
  await server.root.getByText('Demandez-lui d’envoyer').waitFor();
  await gauche.root.getByRole('button', { name: 'Prendre la place du serveur, et' }).click();
  await gauche.root.getByText('La place du serveur n’est pas à vous').waitFor();
  await chooseStage(droite.page, 'Fernet');
  await gauche.root.getByRole('button', { name: 'Faire écrire gauche' }).click();
  await peer(droite.page, 'droite').expectLast('rdv 14h');

  for (const [field, last] of Object.entries({ Version: 1, Horodatage: 2, IV: 2, Chiffré: 2, HMAC: 3 })) {
    await server.root.getByRole('combobox').selectOption({ label: field });
    for (let ordinal = 1; ordinal <= last; ordinal++) {
      await server.root.getByLabel(/^Octet/).fill(String(ordinal));
      await server.root.getByRole('button', { name: 'Modifier et remettre' }).click();
    }
  }
  await server.expectDone(1);
  await server.root.getByText(/différentes remises.*: 10\s; champs touchés\s: 5 sur 5/).waitFor();
  await peer(droite.page, 'droite').expectLast(/^InvalidToken/);
  for (const { expectCalm } of [gauche, droite, server]) expectCalm();
}, 240_000);
