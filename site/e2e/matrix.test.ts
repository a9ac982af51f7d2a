// The matrix: it fills from the reader's own runs alone, and comes to what the lab's test comes to.
import { beforeAll, expect, test } from 'vitest';
import { EXPECTED } from '#lab/attacks/matrix.vectors.ts';
import type { Server } from '../../test/running-server.ts';
import { openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const ROWS = EXPECTED.trim().split('\n').slice(1);

/** Runs in the page: its clock goes so many times slower, so that a slow machine has the time for a whole dictionary. */
function slowClock(times: number): void {
  const clock = performance.now.bind(performance);
  const began = clock();
  performance.now = () => began + (clock() - began) / times;
}

test('is empty at first, fills row by row, and agrees with the lab’s own', async () => {
  const { page, expectCalm } = await openPage(`${server.url}matrice/`);
  const matrix = page.locator('[data-matrix]');
  await matrix.getByText('0 cases sur 95').waitFor();
  await page.evaluate(slowClock, 20);
  for (const row of ROWS) {
    const name = row.slice(0, 33).trimEnd();
    const line = matrix.locator(`[data-attack="${name}"]`);
    await line.getByRole('button', { name: /à toutes les étapes$/ }).click();
    const cells = () =>
      line.locator('td').evaluateAll((all) => all.map((cell) => cell.getAttribute('data-outcome')));
    await expect
      .poll(cells, { timeout: name === 'dictionary' ? 120_000 : 30_000 })
      .toEqual(Array.from({ length: 5 }, (_, i) => row.slice(33 + 18 * i, 51 + 18 * i).trimEnd()));
  }
  await matrix.getByText('95 cases sur 95').waitFor();

  // What was run is there again after a reload, trace and all.
  await page.reload();
  await matrix.getByText('95 cases sur 95').waitFor();
  await matrix
    .getByRole('button', { name: /^Rejouer tout de suite, à l’étape AEAD : arrêtée compteur/ })
    .click();
  const trace = async () => plainSpaces((await matrix.locator('[data-trace]').textContent()) ?? '');
  expect(await trace()).toMatch(/gauche envoie « rdv 14h ».*droite affiche « rdv 14h ».*droite refuse/);
  await matrix.getByRole('button', { name: 'Vider la matrice' }).click();
  await matrix.getByText('0 cases sur 95').waitFor();
  expectCalm();
}, 300_000);

test('rows wait for one another, all cells can be run with one press and stopped, and no press loses the focus', async () => {
  const { page, expectCalm } = await openPage(`${server.url}matrice/`);
  const matrix = page.locator('[data-matrix]');
  const row = (name: string) => matrix.locator(`[data-attack="${name}"] th button`);
  const told = matrix.locator('.matrix-bar [role="status"]');
  const filled = () => matrix.locator('[data-outcome]').count();
  await page.evaluate(slowClock, 20);
  await row('dictionary').press('Enter'); // which takes a while
  await row('drop').press('Enter');
  expect(await row('drop').innerText()).toBe('attend');
  expect(await row('dictionary').innerText()).toBe('en cours');
  await told.getByText('En cours : Lire ou deviner.').waitFor();
  await matrix.getByRole('button', { name: 'Lancer toutes les cases vides' }).press('Enter');
  await matrix.locator('[data-attack="reorder"]').getByText('attend').nth(5).waitFor();
  await matrix.getByRole('button', { name: 'Arrêter' }).press('Enter');
  await told.getByText('Arrêté').waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe('Arrêter');
  await expect.poll(() => matrix.locator('td').getByText('en cours').count(), { timeout: 60_000 }).toBe(0);
  expect(await filled()).toBeLessThanOrEqual(5);
  await row('drop').press('Enter');
  await row('eavesdrop').press('Enter');
  await expect.poll(() => matrix.locator('[data-attack="eavesdrop"] [data-outcome]').count()).toBe(5);
  expect(await matrix.locator('[data-attack="drop"] [data-outcome]').count()).toBe(5);

  await matrix.getByRole('button', { name: 'Lancer toutes les cases vides' }).press('Enter');
  const heard: string[] = await told.evaluate(
    (status) =>
      new Promise((ended) => {
        const heard: string[] = [];
        new MutationObserver(() => {
          heard.push(status.textContent ?? '');
          if (status.textContent?.startsWith('Terminé')) ended(heard);
        }).observe(status, { childList: true, characterData: true, subtree: true });
      }),
  );
  expect(plainSpaces(heard.at(-1) ?? '')).toBe('Terminé. Cases remplies : 95.');
  expect(heard.length).toBeLessThanOrEqual(5); // a word for each group, not for each cell
  expect(await focused()).toBe('Lancer toutes les cases vides');
  await matrix.getByRole('button', { name: 'Vider la matrice' }).press('Enter');
  await matrix.getByText('0 cases sur 95').waitFor();
  expect(await focused()).toBe('Vider la matrice');
  expectCalm();
}, 200_000);

test('shows each stage’s name, what guesses cost, a forged line, and why there is nothing', async () => {
  const { page, expectCalm } = await openPage(`${server.url}matrice/`, {
    viewport: { width: 390, height: 844 },
  });
  const matrix = page.locator('[data-matrix]');
  const row = (name: string) => matrix.locator(`[data-attack="${name}"]`);
  const run = async (name: string, stage: string) => {
    await row(name).locator(`[data-stage="${stage}"] button`).click();
    await row(name).locator(`[data-stage="${stage}"][data-outcome]`).waitFor({ timeout: 20_000 });
  };
  const trace = async () => plainSpaces((await matrix.locator('[data-trace]').innerText()) ?? '');

  const names = row('eavesdrop').locator('.cell-stage');
  expect(await names.allInnerTexts()).toEqual(['En clair', 'AES-CTR', 'Fernet', 'TTL', 'AEAD']);
  for (const name of await names.all()) expect(await name.isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await run('generator foretold', 'plaintext');
  expect(await trace()).toContain('Rien à prédire');
  await run('dictionary', 'fernet');
  expect(await trace()).toMatch(
    /123456, 123456789, azerty, .*, soleil\s+12 essais en .* s, soit .* par seconde.*au rang 12.*la question 9 la mesure/,
  );
  await run('log forging', 'plaintext');
  const naive = matrix.locator('[data-log="naive"]');
  expect((await naive.innerText()).split('\n')).toEqual([
    expect.stringMatching(/^INFO:ChatServer:gauche send message : bonjour$/),
    'INFO:ChatServer:droite send message : je démissionne',
  ]);
  expect(await naive.evaluate((pre) => getComputedStyle(pre).whiteSpace)).toMatch(/pre-wrap|preserve/);
  expect(await matrix.locator('[data-log="own"]').innerText()).toMatch(/bonjour\\nINFO/);
  expect((await trace()).split('gauche envoie')[1]).toMatch(/^ « bonjour\nINFO/);

  // On a small screen the trace leaves most of it to the rows, and can be closed from wherever one has read to.
  await page.setViewportSize({ width: 390, height: 700 });
  const open = matrix.locator('[data-trace]');
  expect((await open.boundingBox())?.height).toBeLessThanOrEqual(280);
  await open.evaluate((section) => section.scrollTo(0, section.scrollHeight));
  await open.getByRole('button', { name: 'Fermer la trace' }).click();
  expect(await open.count()).toBe(0);
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-attack]')?.getAttribute('data-attack')),
    )
    .toBe('log forging');
  expectCalm();
}, 120_000);

test('runs the padding oracle and the forged hash below the table', async () => {
  const { page, expectCalm } = await openPage(`${server.url}matrice/`);
  await page.locator('[data-attack="padding oracle"] a').click();
  const oracle = async (target: string) => {
    const card = page.locator(`[data-oracle="${target}"]`);
    await card.getByRole('button').click();
    await card.locator('[role=status] p').first().waitFor({ timeout: 30_000 });
    await expect.poll(() => card.getByRole('button').getAttribute('aria-disabled')).toBe('false');
    return plainSpaces(await card.innerText());
  };
  for (const target of ['ctr', 'cbc']) {
    const told = await oracle(target);
    expect(told).toMatch(/rdv 14h, quai 3,\n? le train de Lyo/);
    expect(told).toContain('lit tout : « rdv 14h, quai 3, le train de Lyon »');
    expect(told).toContain('vient d’accepter « rdv 18h, quai 9 »');
    expect(Number(/questions posées : ([\d ]+)/.exec(told)?.[1]?.replaceAll(' ', ''))).toBeGreaterThan(1000);
  }
  expect(await oracle('cbc-hmac')).toContain('Rien : 256 questions, 256 refus');
  for (const [target, said] of [
    ['ctr', 'affiche « rdv 18h »'],
    ['ctr-sha256', 'affiche « rdv 18h »'],
    ['ctr-hmac', 'Refusé'],
  ]) {
    const card = page.locator(`[data-hash="${target}"]`);
    await card.getByRole('button').click();
    await expect.poll(async () => plainSpaces(await card.innerText())).toContain(said);
  }
  await page.getByRole('link', { name: 'la cage' }).waitFor();
  expectCalm();
}, 120_000);
