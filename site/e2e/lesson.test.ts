// A whole lesson in real browsers: a teacher, four students and a projector, and a server that is killed in the middle.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { goIn, seesNeighbour, strip } from './in-class.ts';
import { startClass } from './led-class.ts';
import { bench, expectReady, openPage, peer, plainSpaces } from './workbook.ts';

const data = mkdtempSync(joinPath(tmpdir(), 'lesson-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const room = (page: Page, number: number) => page.locator(`[data-room="${number}"]`);
const part = (page: Page, name: string) => page.getByRole('region', { name });
const wall = async (page: Page) =>
  plainSpaces((await page.locator('[data-wall] .wall-line').allTextContents()).join('\n'));

/** Hands the sheet in, or again. @returns the receipt */
async function handIn(page: Page, button: string): Promise<string> {
  const over = page.locator('[data-hand-over]');
  const receipt = over.locator('.class-receipt');
  const before = (await receipt.count()) === 0 ? '' : await receipt.textContent();
  await over.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remettre', exact: true }).click();
  await expect.poll(() => receipt.textContent()).not.toBe(before);
  return (await receipt.textContent()) ?? '';
}

test('a lesson, from the first code to the last erasure', { timeout: 600_000 }, async () => {
  const led = await startClass({}, ['--data', data]);
  const { server } = led;
  const { page: desk, expectCalm: deskIsCalm } = await openPage(led.desk);
  const { page: projector } = await openPage(led.projector);

  const ada = await goIn(led, 'Ada');
  const bob = await goIn(led, 'Bob');
  const eve = await goIn(led, 'Eve');
  const zoe = await goIn(led, 'Zoé');
  for (const { page } of [ada, bob, eve, zoe]) {
    await page.goto(`${server.url}banc/`);
    await expectReady(page);
  }
  for (const { page } of [ada, eve]) await seesNeighbour(page);
  await expect.poll(() => room(desk, 1).locator('b').allTextContents()).toEqual(['Ada', 'Bob']);
  await expect.poll(() => room(desk, 2).locator('b').allTextContents()).toEqual(['Eve', 'Zoé']);

  // A stage for all, and what the projector makes of it.
  await peer(ada.page, 'gauche').send('rdv 14h');
  await peer(bob.page, 'droite').expectLast('rdv 14h');
  await expect.poll(() => wall(projector)).toContain('gauche send message : rdv 14h');
  const orders = part(desk, 'Consignes');
  await orders.getByRole('button', { name: 'Fernet', exact: true }).click();
  for (const { page } of [ada, bob, eve, zoe])
    await expect.poll(() => bench(page).getAttribute('data-stage')).toBe('fernet');
  await projector.getByText('étape Fernet').first().waitFor();
  await peer(eve.page, 'gauche').send('secret');
  await peer(zoe.page, 'droite').expectLast('secret');
  await expect.poll(() => wall(projector)).toMatch(/gauche send message : \{'data': 'Z0FBQUFB/);
  expect(await wall(projector)).not.toContain('secret');

  // The teacher as the malicious server of one room: nothing comes through there, all does in the other.
  await room(desk, 1).getByRole('button').click();
  const opening = desk.waitForEvent('popup');
  await orders.getByRole('link', { name: 'Devenir le serveur de cette salle' }).click();
  const chair = await opening;
  await chair.getByLabel('De lui-même').selectOption('drop');
  await chair.getByRole('button', { name: 'Appliquer', exact: true }).click();
  await chair.locator('.rule-now').waitFor();
  await peer(ada.page, 'gauche').send('jamais arrivé');
  await peer(eve.page, 'gauche').send('bien arrivé');
  await peer(zoe.page, 'droite').expectLast('bien arrivé');
  expect(await peer(bob.page, 'droite').shown()).not.toContain('jamais arrivé');
  await chair.getByRole('button', { name: 'Redevenir honnête' }).click();
  await chair.close();

  // A vote, shown to all.
  const vote = part(desk, 'Vote');
  await vote.getByLabel('Question').selectOption('7');
  await vote.getByRole('button', { name: 'Faire voter la classe' }).click();
  for (const { page } of [ada, bob, eve, zoe]) await strip(page).getByRole('radio').first().check();
  await vote.getByText('Vote ouvert : 4 voix.').waitFor();
  await vote.getByRole('button', { name: 'Montrer le résultat' }).click();
  await projector.getByRole('dialog').getByText('4 (100 %)').waitFor();
  await strip(bob.page).getByText('4 votes (100 %)').waitFor();

  // A model answer for whoever has written an own one, and a sheet that is handed in.
  const answers = part(desk, 'Réponses modèles');
  await answers.getByLabel('Réponse modèle à ouvrir').selectOption('2');
  await answers.getByRole('button', { name: 'Ouvrir à toute la classe' }).click();
  await eve.page.goto(`${server.url}questions/2/`);
  await eve.page.locator('[data-answer="2"] textarea').fill('Le serveur lit tout ce que l’on écrit.');
  await eve.page.locator('[data-answer="2"]').getByText('Enregistré', { exact: true }).waitFor();
  await eve.page.getByRole('button', { name: 'Comparer', exact: true }).click();
  await eve.page.getByRole('heading', { name: 'Une réponse modèle' }).waitFor();
  await eve.page.goto(`${server.url}copie/`);
  const first = await handIn(eve.page, 'Remettre ma copie à l’enseignant');
  expect(first).toMatch(/empreinte [0-9a-f]{8}/);
  const sheets = part(desk, 'Copies');
  await sheets.getByText('1 copie').first().waitFor();
  await sheets.getByRole('button', { name: 'Question suivante' }).click();
  await sheets.getByText('Le serveur lit tout ce que l’on écrit.').waitFor();

  deskIsCalm();

  // The server dies, and is started again as it was: everybody is where they were.
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
  const again = await startClass({}, ['--data', data, '--port', String(server.port)]);
  expect(again.code).toBe(led.code);
  expect(again.teacherSecret).toBe(led.teacherSecret);
  expect(plainSpaces(again.server.output())).toContain('reprise avec 4 places');
  await expect
    .poll(() => room(desk, 1).locator('[data-seat]').allTextContents(), { timeout: 40_000 })
    .toHaveLength(2);
  await peer(ada.page, 'gauche').root.locator('.notice').waitFor();
  await expect
    .poll(() => bench(ada.page).locator('.relay-note').textContent(), { timeout: 40_000 })
    .toBe('relais de la classe');
  await expect
    .poll(() => bench(bob.page).locator('.relay-note').textContent(), { timeout: 40_000 })
    .toBe('relais de la classe');
  await peer(ada.page, 'gauche').send('de retour');
  await peer(bob.page, 'droite').expectLast('de retour');
  await eve.page.reload();
  await expect.poll(() => eve.page.locator('.class-receipt').textContent()).toBe(first);
  expect(await handIn(eve.page, 'Remplacer la copie remise')).not.toBe(first);
  await sheets.getByText('1 copie').first().waitFor();

  // It is taken along, erased for one, and over for all.
  const coming = desk.waitForEvent('download');
  await sheets.getByRole('button', { name: 'Copies, une par fichier (zip)' }).click();
  const zip = readFileSync(await (await coming).path());
  expect(zip.toString('latin1')).toMatch(/^PK[\s\S]*Eve/);
  await sheets.getByLabel('Effacer un étudiant').selectOption('Bob');
  await sheets.getByRole('button', { name: 'Effacer…' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Effacer Bob' }).click();
  await strip(bob.page).getByText('Votre place dans cette classe n’existe plus.').waitFor();
  const end = part(desk, 'Fin de la séance');
  await end.getByRole('button', { name: 'Terminer la séance…' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Terminer', exact: true }).click();
  await strip(ada.page).getByText('La séance est terminée').waitFor();
  await end.getByRole('button', { name: 'Tout effacer…' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Tout effacer', exact: true }).click();
  await end.getByText('Tout ce que le serveur gardait de cette séance est effacé.').waitFor();
});
