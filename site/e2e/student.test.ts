// A student from the first page to the exported sheet, and that sheet on another machine: in both languages, at two widths, on either relay.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { readSheet } from '#server/sheets/read-sheet.ts';
import { expectReady, openPage, peer, startServer } from './workbook.ts';

const WORDS = {
  fr: {
    begin: 'Commencer',
    hold: 'Tenir aussi droite ici',
    saved: 'Enregistré',
    next: /^Question suivante/,
    sheet: 'Ma copie',
    save: 'Exporter ANSWERS.md',
    merge: 'Fusionner',
  },
  en: {
    begin: 'Begin',
    hold: 'Play droite here as well',
    saved: 'Saved',
    next: /^Next question/,
    sheet: 'My sheet',
    save: 'Export ANSWERS.md',
    merge: 'Merge',
  },
} as const;

const answerTo = (question: number) => `Réponse **${question}** :\n\n- parce que\n- \`octets\``;

/** One question: a bet, a message, an answer. */
async function goThrough(page: Page, lang: 'fr' | 'en', question: number): Promise<void> {
  await expectReady(page);
  await page.locator('[data-predict] input').first().check();
  const writer = (await peer(page, 'gauche').box.inputValue()) === '' ? 'droite' : 'gauche';
  await peer(page, writer).send(`message ${question}`);
  await peer(page, writer === 'gauche' ? 'droite' : 'gauche').expectLast(`message ${question}`);
  const answer = page.locator(`[data-answer="${question}"]`);
  await answer.locator('textarea').fill(answerTo(question));
  await answer.getByText(WORDS[lang].saved, { exact: true }).waitFor();
}

test.each([
  { lang: 'fr', width: 1440, relay: 'page' },
  { lang: 'en', width: 390, relay: 'page' },
  { lang: 'fr', width: 390, relay: 'server' },
  { lang: 'en', width: 1440, relay: 'server' },
] as const)(
  'in $lang, $width px wide, on the relay of the $relay',
  { timeout: 300_000 },
  async ({ lang, width, relay }) => {
    const words = WORDS[lang];
    const server = await startServer();
    const home = lang === 'fr' ? server.url : `${server.url}en/`;
    const viewport = { width, height: 900 };
    const bench = lang === 'fr' ? 'banc' : 'en/bench';
    const room = `${server.url}${bench}/#room=parcours&peer=gauche`;
    const { page, expectCalm } = await openPage(relay === 'server' ? room : home, { viewport });
    if (relay === 'server') {
      await expectReady(page);
      await page.goto(home);
    }
    await page.getByRole('link', { name: words.begin }).click();
    await expectReady(page);
    if (relay === 'server') await page.getByRole('button', { name: words.hold }).click();
    for (let question = 1; question <= 16; question++) {
      await goThrough(page, lang, question);
      if (question < 16) await page.getByRole('link', { name: words.next }).click();
      if (question < 16) await page.waitForURL(`**/questions/${question + 1}/**`);
    }
    await page.getByRole('link', { name: words.sheet }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: words.save }).click();
    const file = await (await coming).path();
    expectCalm();

    const text = readFileSync(file, 'utf8');
    const { answers, unplaced } = readSheet(text);
    const wanted = Array.from({ length: 16 }, (_, i) => [i + 1, answerTo(i + 1)] as const);
    expect([...answers]).toEqual(wanted);
    expect(unplaced).toEqual([]);

    const elsewhere = await openPage(home, { viewport });
    await elsewhere.page.getByRole('link', { name: words.sheet }).click();
    await elsewhere.page.locator('.sheet-import input').setInputFiles(file);
    await elsewhere.page.getByRole('button', { name: words.merge, exact: true }).click();
    await expect.poll(() => elsewhere.page.locator('[data-sheet-answer] .markdown').count()).toBe(16);
    elsewhere.expectCalm();
  },
);
