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

test('is empty at first, fills row by row, and agrees with the lab’s own', async () => {
  const { page, expectCalm } = await openPage(`${server.url}matrice/`);
  const matrix = page.locator('[data-matrix]');
  await matrix.getByText('0 cases sur 85').waitFor();
  for (const row of ROWS) {
    const name = row.slice(0, 33).trimEnd();
    const line = matrix.locator(`[data-attack="${name}"]`);
    await line.getByRole('button', { name: /à toutes les étapes$/ }).click();
    const cells = () =>
      line.locator('td').evaluateAll((all) => all.map((cell) => cell.getAttribute('data-outcome')));
    await expect
      .poll(cells, { timeout: 30_000 })
      .toEqual(Array.from({ length: 5 }, (_, i) => row.slice(33 + 18 * i, 51 + 18 * i).trimEnd()));
  }
  await matrix.getByText('85 cases sur 85').waitFor();

  // What was run is there again after a reload, trace and all.
  await page.reload();
  await matrix.getByText('85 cases sur 85').waitFor();
  await matrix
    .getByRole('button', { name: /^Rejouer tout de suite, à l’étape AEAD : arrêtée compteur/ })
    .click();
  const trace = async () => plainSpaces((await matrix.locator('[data-trace]').textContent()) ?? '');
  expect(await trace()).toMatch(/gauche envoie « rdv 14h ».*droite affiche « rdv 14h ».*droite refuse/);
  await matrix.getByRole('button', { name: 'Vider la matrice' }).click();
  await matrix.getByText('0 cases sur 85').waitFor();
  expectCalm();
}, 180_000);
