// Comparing: the criteria that one’s answer meets, and the false beliefs that it may show.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer([], { ANSWERS: 'open' });
}, 120_000);

const answer = (page: Page) => page.locator('[data-answer="10"]');
const found = (page: Page) => answer(page).locator('.refutation.is-found');

async function compare(page: Page, text: string): Promise<void> {
  await answer(page).locator('textarea').fill(text);
  await answer(page)
    .getByRole('button', { name: /^Compar/ })
    .click();
  await answer(page)
    .getByRole('heading', { name: /modèle|model/ })
    .waitFor();
}

test('an answer that shows a false belief is asked about it, and the criteria are ticked', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/10/`);
  await compare(page, 'Le serveur garde les jetons. C’est un deni de service, il renvoie tout.');
  await found(page).waitFor();
  const words = plainSpaces((await found(page).textContent()) ?? '');
  expect(words).toContain('Vouliez-vous dire : « C’est un déni de service » ?');
  expect(words).toContain('Vous avez écrit : deni de service');
  expect(words).toContain('C’est la fraîcheur qui est atteinte');
  expect(await found(page).getByRole('link').getAttribute('href')).toBe('#essayer');
  expect(await violations(page)).toEqual([]);

  // The idea to check comes first, then the own text beside the model.
  const [idea, own, model] = await Promise.all(
    ['.is-found', '.own', '.model'].map((part) => answer(page).locator(part).boundingBox()),
  );
  if (!idea || !own || !model) throw new Error('a part of the comparison is not there');
  expect(idea.y + idea.height).toBeLessThanOrEqual(own.y);
  expect(own.y).toBe(model.y);
  expect(own.x + own.width).toBeLessThanOrEqual(model.x);
  expect(await answer(page).locator('.own').innerText()).toContain(
    'C’est un deni de service, il renvoie tout.',
  );

  const criterion = answer(page).getByLabel('La réponse nomme le rejeu.');
  await criterion.check();
  await answer(page).getByText('1 sur 3').waitFor();
  await found(page).getByRole('button', { name: 'Non, ce n’est pas ce que je dis' }).click();
  await answer(page).getByText('Écartée').waitFor();
  await page.reload();
  await answer(page).getByRole('button', { name: 'Comparer' }).click();
  await answer(page).getByText('Écartée').waitFor();
  expect(await criterion.isChecked()).toBe(true);
  await answer(page).getByRole('button', { name: 'Revoir' }).click();
  await found(page).waitFor();

  // Named in order to be refused, it is none; and a right answer is told no more than that nothing was recognised.
  await answer(page).locator('textarea').fill('C’est un rejeu, et non un déni de service.');
  await answer(page).getByText('Aucune des idées fausses').waitFor();
  expect(await found(page).count()).toBe(0);
  expectCalm();
});

test('a French answer stays recognised when the page turns English, which names the belief in English', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/10/`);
  await compare(page, 'C’est l’homme du milieu : il permet de lire les messages.');
  await found(page).getByRole('heading', { name: 'homme du milieu' }).waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await answer(page).getByRole('button', { name: 'Compare', exact: true }).click();
  await found(page).getByRole('heading', { name: 'man in the middle' }).waitFor();
  expect(await found(page).first().textContent()).toContain('homme du milieu');
  expectCalm();
});

test('the same in English, with its own words', async () => {
  const { page, expectCalm } = await openPage(`${server.url}en/questions/10/`);
  await compare(page, 'The server keeps the tokens and sends one again.');
  await answer(page).getByText('Common false beliefs about this question').click();
  await answer(page).getByText('It is a denial of service.').waitFor();
  expectCalm();
});
