// The model answers: open after an own answer, sealed until a passphrase opens them, or not there at all.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { openPage, startServer } from './workbook.ts';

/** Phrases of the model answers and of their false beliefs that stand nowhere else in the workbook. */
const PHRASES = [
  'idéalement placé pour le faire',
  'briques, bien montées',
  'pas la même chose deux fois',
  'réduit seulement la fenêtre',
  'is ideally placed to do it',
  'does not say the same thing twice',
  'Récent ne veut pas dire jamais vu',
  'shorter-ttl-is-enough',
];

/** All text that is served, compressed or not. */
function shipped(dist: string): string {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(?:html|js|css|json|svg|xml|txt)$/.test(file))
    .map((file) => readFileSync(join(dist, file), 'utf8'))
    .join('\n');
}

const answer = (page: Page) => page.locator('[data-answer="14"]');
const write = (page: Page, text: string) => answer(page).locator('textarea').fill(text);

describe('open', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer([], { ANSWERS: 'open' });
  }, 240_000);

  test('the model answer comes after an own one, and the own one stays', async () => {
    const { beliefs } = await (await fetch(`${server.url}answers/14.json`)).json();
    expect(beliefs).toContainEqual(expect.objectContaining({ id: 'shorter-ttl-is-enough', shown: 14 }));
    const { page, expectCalm } = await openPage(`${server.url}questions/14/`);
    await answer(page).getByText('Répondez d’abord').waitFor();
    expect(await answer(page).getByRole('button', { name: 'Comparer', exact: true }).count()).toBe(0);
    expect(await page.content()).not.toContain(PHRASES[0]);
    await write(page, 'En partie : le rejeu rapide passe encore.');
    await answer(page).getByText('Enregistré', { exact: true }).waitFor();
    await answer(page).getByRole('button', { name: 'Comparer', exact: true }).click();
    await answer(page).getByText('idéalement placé').waitFor();
    await page.reload();
    await expect
      .poll(() => answer(page).locator('textarea').inputValue())
      .toBe('En partie : le rejeu rapide passe encore.');
    // The map of the questions knows, by eye and by ear.
    const ring = page.locator('[data-ring="14"]');
    await expect.poll(() => ring.getAttribute('aria-label')).toMatch(/, répondue, comparée$/);
    await write(page, '');
    await expect.poll(() => ring.getAttribute('aria-label')).not.toMatch(/répondue/);
    expectCalm();
  });

  test('it was compared, however soon the page is left', async () => {
    const { page } = await openPage(`${server.url}questions/14/`);
    await write(page, 'En partie : le rejeu rapide passe encore.');
    await page.evaluate(() => {
      const leave = () => document.querySelector('.model') && location.reload();
      new MutationObserver(leave).observe(document.body, { childList: true, subtree: true });
    });
    const left = page.waitForEvent('load');
    await answer(page).getByRole('button', { name: 'Comparer', exact: true }).click();
    await left;
    const ring = page.locator('[data-ring="14"]');
    await expect.poll(() => ring.getAttribute('aria-label')).toMatch(/, répondue, comparée$/);
  });

  test('two tabs of one browser agree', async () => {
    const { page } = await openPage(`${server.url}questions/14/`);
    await write(page, 'écrit ici');
    const second = await page.context().newPage();
    await second.goto(`${server.url}questions/14/`);
    await expect.poll(() => answer(second).locator('textarea').inputValue()).toBe('écrit ici');
    await write(second, 'écrit là-bas');
    await expect.poll(() => answer(page).locator('textarea').inputValue()).toBe('écrit là-bas');
  });
});

describe('sealed', () => {
  test('nothing of them can be read, until the teacher’s passphrase opens them in the page', async () => {
    const server = await startServer(['--class']);
    const passphrase = /phrase de passe des réponses\s+(\S+)/.exec(server.output())?.[1] ?? '';
    expect(passphrase).toMatch(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/); // 20 letters of 32: 100 bits
    const all = shipped(server.dist);
    for (const phrase of PHRASES) expect(all).not.toContain(phrase);
    expect(all).not.toContain(passphrase);
    const file = await (await fetch(`${server.url}answers/14.json`)).json();
    expect(Object.keys(file)).toEqual(['token']);
    expect(file.token).toMatch(/^gAAAAA/);

    const { page, expectCalm } = await openPage(`${server.url}questions/14/`);
    await write(page, 'En partie : le rejeu rapide passe encore.');
    await answer(page).getByRole('button', { name: 'Comparer', exact: true }).click();
    await answer(page).getByLabel('Phrase de passe').fill('abcd-efgh-ijkm-npqr-stuv');
    await answer(page).getByRole('button', { name: 'Ouvrir' }).click();
    await answer(page).getByText('InvalidToken').waitFor();
    await answer(page).getByLabel('Phrase de passe').fill(`  ${passphrase} `);
    await answer(page).getByRole('button', { name: 'Ouvrir' }).click();
    await answer(page).getByText('idéalement placé').waitFor();

    // Once is enough for this tab.
    await page.goto(`${server.url}questions/10/`);
    await page.locator('[data-answer="10"] textarea').fill('C’est une attaque par rejeu.');
    await page.locator('[data-answer="10"]').getByRole('button', { name: 'Comparer', exact: true }).click();
    await page.locator('[data-answer="10"]').getByText('pas la même chose deux fois').waitFor();

    // In the other language too, where each answer is a token of its own.
    await page.getByRole('link', { name: 'English' }).click();
    await page.locator('[data-answer="10"]').getByRole('button', { name: 'Compare', exact: true }).click();
    await page.locator('[data-answer="10"]').getByText('does not say the same thing twice').waitFor();
    const english = await (await fetch(`${server.url}answers/en/10.json`)).json();
    expect(Object.keys(english)).toEqual(['token']);
    expectCalm();
  }, 240_000);

  test('another passphrase seals them anew', async () => {
    const server = await startServer(['--class'], { ANSWERS_PASSPHRASE: 'une phrase à moi, assez longue' });
    const { page } = await openPage(`${server.url}questions/14/`);
    await write(page, 'En partie : le rejeu rapide passe encore.');
    await answer(page).getByRole('button', { name: 'Comparer', exact: true }).click();
    await answer(page).getByLabel('Phrase de passe').fill('une phrase à moi, assez longue');
    await answer(page).getByRole('button', { name: 'Ouvrir' }).click();
    await answer(page).getByText('idéalement placé').waitFor();
  }, 240_000);
});

describe('none', () => {
  test('ships nothing of them, and says so', async () => {
    const server = await startServer([], { ANSWERS: 'none' });
    const all = shipped(server.dist);
    for (const phrase of PHRASES) expect(all).not.toContain(phrase);
    expect((await fetch(`${server.url}answers/14.json`)).status).toBe(404);
    expect((await fetch(`${server.url}answers/en/14.json`)).status).toBe(404);
    expect((await fetch(`${server.url}answers/keys.json`)).status).toBe(404);
    const { page, expectCalm } = await openPage(`${server.url}questions/14/`);
    await write(page, 'En partie : le rejeu rapide passe encore.');
    await answer(page).getByText('ne contient pas les réponses modèles').waitFor();
    expect(await answer(page).getByRole('button', { name: 'Comparer', exact: true }).count()).toBe(0);
    expectCalm();
  }, 240_000);
});
