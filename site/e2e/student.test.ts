// A student from the first page to the exported sheet, and that sheet on another machine: in both languages, at two widths, on either relay.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
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
    saveAll: 'Exporter answers.json',
    attach: 'Joindre à ma réponse',
    attached: 'Jointe à votre réponse 7',
    compare: 'Comparer',
    model: 'Une réponse modèle',
    merge: 'Fusionner',
    everything: 'Tout remplacer',
    replaced: 'La copie importée a pris la place de la vôtre.',
  },
  en: {
    begin: 'Begin',
    hold: 'Play droite here as well',
    saved: 'Saved',
    next: /^Next question/,
    sheet: 'My sheet',
    save: 'Export ANSWERS.md',
    saveAll: 'Export answers.json',
    attach: 'Attach to my answer',
    attached: 'Attached to your answer 7',
    compare: 'Compare',
    model: 'A model answer',
    merge: 'Merge',
    everything: 'Replace everything',
    replaced: 'The imported sheet has replaced yours.',
  },
} as const;

const folder = mkdtempSync(joinPath(tmpdir(), 'student-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

/** What the notebook offers besides: how sure one is, a hint, a piece of evidence, the model answer. */
async function goDeeper(page: Page, lang: 'fr' | 'en'): Promise<void> {
  const words = WORDS[lang];
  await page.locator('[data-confidence] input').last().check();
  await page.locator('[data-hints] summary').first().click();
  await page.locator('.bench-live [data-log] button', { hasText: 'send message' }).last().click();
  const inspector = page.locator('.bench-live .inspector');
  await inspector.getByRole('button', { name: words.attach }).click();
  await inspector.getByText(words.attached).waitFor();
  const answer = page.locator('[data-answer="7"]');
  await answer.getByRole('button', { name: words.compare, exact: true }).click();
  await answer.getByRole('heading', { name: words.model }).waitFor();
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
      if (question === 7) await goDeeper(page, lang);
      if (question < 16) await page.getByRole('link', { name: words.next }).click();
      if (question < 16) await page.waitForURL(`**/questions/${question + 1}/**`);
    }
    await page.getByRole('link', { name: words.sheet }).click();
    const exported = async (name: string, as: string) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const file = joinPath(folder, as);
      await (await coming).saveAs(file);
      return file;
    };
    const file = await exported(words.save, 'ANSWERS.md');
    const whole = await exported(words.saveAll, 'answers.json');
    expectCalm();

    const text = readFileSync(file, 'utf8');
    const { answers, unplaced } = readSheet(text);
    expect(answers.get(7)).toContain('message 7'); // the piece of evidence
    const wanted = Array.from({ length: 16 }, (_, i) => [i + 1, answerTo(i + 1)] as const);
    expect([...answers].filter(([question]) => question !== 7)).toEqual(
      wanted.filter(([question]) => question !== 7),
    );
    expect(unplaced).toEqual([]);

    const elsewhere = await openPage(home, { viewport });
    await elsewhere.page.getByRole('link', { name: words.sheet }).click();
    await elsewhere.page.locator('.sheet-import input').setInputFiles(file);
    await elsewhere.page.getByRole('button', { name: words.merge, exact: true }).click();
    await expect.poll(() => elsewhere.page.locator('[data-sheet-answer] .markdown').count()).toBe(16);

    // The whole notebook brings back what a sheet cannot hold.
    await elsewhere.page.locator('.sheet-import input').setInputFiles(whole);
    await elsewhere.page.getByRole('button', { name: words.everything, exact: true }).click();
    await elsewhere.page.getByText(words.replaced).waitFor();
    await elsewhere.page.goto(`${home}questions/7/`);
    await expectReady(elsewhere.page);
    const there = elsewhere.page;
    await expect.poll(() => there.locator('[data-answer="7"] textarea').inputValue()).toBe(answerTo(7));
    await expect.poll(() => there.locator('[data-predict] input').first().isChecked()).toBe(true);
    await expect.poll(() => there.locator('[data-confidence] input').last().isChecked()).toBe(true);
    await expect
      .poll(() => there.locator('[data-hints] details > p').filter({ visible: true }).count())
      .toBe(1);
    await there.locator('[data-answer="7"]').getByText('message 7').first().waitFor();
    elsewhere.expectCalm();
  },
);
