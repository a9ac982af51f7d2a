// Question 9: ten changed bytes, ten refusals; then two attackers, as fast as this machine lets them.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment } from './experiment.ts';
import { expectReady, openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test('ten edits are refused, and the race tells both speeds', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/9/`);
  await expectReady(page);
  await page.getByText('Un bon assemblage des mêmes briques.').click();
  const { root, expectState, expectDone } = experiment(page, 9);
  await expectState('ready');
  await root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
  await root.getByText('Vous tenez le jeton').waitFor();
  for (const field of ['Version', 'Horodatage', 'IV', 'Chiffré', 'HMAC']) {
    await root.getByRole('combobox').selectOption({ label: field });
    for (let edit = 0; edit < 2; edit++)
      await root.getByRole('button', { name: 'Modifier et remettre' }).click();
  }
  await expectDone(1);
  await root.getByText('10 refus, 0 accepté').waitFor();

  await root.getByRole('button', { name: 'Lancer la course' }).click();
  await expect
    .poll(async () => plainSpaces(await root.locator('[data-run="sha256"]').innerText()), { timeout: 60_000 })
    .toMatch(/trouvé en [\d,]+ s : « Marseille2013! »/);
  await expect.poll(() => root.getAttribute('data-state'), { timeout: 60_000 }).toBe('reached');
  await root.getByText(/l’attaquant essaie .+ fois plus de mots/).waitFor();
  await root.getByRole('button', { name: 'Arrêter' }).click();
  await expect.poll(() => root.locator('[data-run="pbkdf2"]').innerText()).toContain('arrêté');
  expectCalm();
}, 120_000);
