// The sheet that is handed in: written, exported, erased, imported, merged, undone and printed, in the real browser.
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSheet } from '#server/sheets/read-sheet.ts';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { openPage, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const ONE = 'Une **étoile** :\n\n- le serveur au centre\n- `gauche` et `droite` autour';
const SEVEN =
  'Il peut changer le message.\n\n```log\nINFO:ChatServer:gauche send message : rdv\n```\n\nVoir [ici](javascript:alert(1)) et <b onclick="alert(1)">là</b>.';

const answer = (page: Page, question: number) => page.locator(`[data-sheet-answer="${question}"]`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const preview = (page: Page) => page.locator('[data-import]');

async function write(page: Page, question: number, text: string): Promise<void> {
  await page.goto(`${server.url}questions/${question}/`);
  const box = page.locator(`[data-answer="${question}"] textarea`);
  await expect.poll(() => box.isEnabled()).toBe(true);
  await box.fill(text);
  await page.locator(`[data-answer="${question}"]`).getByText('Enregistré', { exact: true }).waitFor();
}

const openSheet = async (page: Page) => {
  await page.goto(`${server.url}copie/`);
  await page.locator('.sheet').waitFor();
};

/** A reader who has answered two questions, and looks at the sheet. */
async function startWritten() {
  const watched = await openPage(`${server.url}copie/`);
  const { page } = watched;
  await page.locator('.sheet').waitFor();
  await write(page, 1, ONE);
  await write(page, 7, SEVEN);
  await openSheet(page);
  return watched;
}

async function save(page: Page, name: string): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent('download');
  await button(page, name).first().click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** A notebook's file with an answer to question 7. */
const notebook = (text: string, version = 1) =>
  JSON.stringify({
    format: 'tp-chat-chiffre/notebook',
    version,
    title: '',
    unplaced: [],
    answers: [{ question: 7, text, at: 1, since: 1 }],
    versions: [],
    marks: [],
    evidence: [],
  });

const choose = (page: Page, name: string, content: string | Buffer) =>
  page.locator('.sheet-import input').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });

/** The answers that are kept, as the questions' pages would show them. */
async function kept(page: Page): Promise<Record<number, string>> {
  return page.evaluate(async () => {
    const open = indexedDB.open('tp-chat-chiffre');
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const all = db.transaction('answers').objectStore('answers').getAll();
    const answers = await new Promise<{ question: number; text: string }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return Object.fromEntries(
      answers.filter(({ text }) => text).map(({ question, text }) => [question, text]),
    );
  });
}

async function eraseAll(page: Page): Promise<void> {
  await button(page, 'Tout effacer…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tout effacer', exact: true }).click();
  await page.getByText('Tout est effacé de ce navigateur.').waitFor();
}

test('shows all sixteen, with their Markdown drawn, and what nobody has answered', async () => {
  const { page, expectCalm } = await startWritten();
  expect(await page.locator('[data-sheet-answer]').count()).toBe(16);
  expect(await page.locator('.sheet-answer.is-empty').count()).toBe(14);
  await answer(page, 1).locator('strong', { hasText: 'étoile' }).waitFor();
  expect(await answer(page, 1).locator('li').count()).toBe(2);
  expect(await answer(page, 7).locator('pre').textContent()).toBe(
    'INFO:ChatServer:gauche send message : rdv',
  );
  expect(await answer(page, 7).locator('.markdown a, .markdown b').count()).toBe(0);
  expect(await answer(page, 7).textContent()).toContain('[ici](javascript:alert(1))');
  expect(plainSpaces((await answer(page, 1).locator('.sheet-count').textContent()) ?? '')).toBe('10 mots');
  await page.getByText('Réponses écrites : 2 sur 16.').waitFor();
  await answer(page, 7).getByRole('link').click();
  expect(page.url()).toBe(`${server.url}questions/7/`);
  expectCalm();
});

test('goes out as two files, and each brings it back', async () => {
  const { page, expectCalm } = await startWritten();
  await page.getByLabel('Titre de la copie').fill('TP de Camille');
  await page.getByLabel('Titre de la copie').press('Enter');
  await page.locator('.sheet-title', { hasText: 'TP de Camille' }).waitFor();
  const written = await kept(page);

  const sheet = await save(page, 'Exporter ANSWERS.md');
  expect(sheet.name).toBe('ANSWERS.md');
  expect(sheet.text).toMatch(
    /^# TP de Camille\n\n## Introduction\n\n1\. Une \*\*étoile\*\* :\n\n {3}- le serveur/,
  );
  expect(Object.fromEntries(readSheet(sheet.text).answers)).toEqual(written);
  const notebook = await save(page, 'Exporter answers.json');
  expect(notebook.name).toBe('answers.json');
  expect(JSON.parse(notebook.text)).toMatchObject({ version: 1, title: 'TP de Camille' });

  for (const { name, text } of [sheet, notebook]) {
    await eraseAll(page);
    expect(await kept(page)).toEqual({});
    await page.reload();
    await page.locator('.sheet').waitFor();
    await choose(page, name, text);
    await preview(page).getByText('Réponses trouvées : 2.').waitFor();
    expect(await kept(page)).toEqual({}); // nothing has changed yet
    await button(page, 'Fusionner').click();
    await page.getByText('est fusionnée avec la vôtre').waitFor();
    expect(await kept(page)).toEqual(written);
    await page.locator('.sheet-title', { hasText: 'TP de Camille' }).waitFor();
    await expect.poll(() => page.locator('[data-ring="7"]').getAttribute('class')).toContain('is-answered');
  }
  expectCalm();
}, 120_000);

describe('a sheet of somebody else', () => {
  const THEIRS =
    '# Groupe 3\n\n## Introduction\n\n1. Un réseau en étoile.\n2. Tout se lit.\n\n## Hors questions\n\n- Remarque sans place.\n';

  test('is merged as the reader chooses, and undone', async () => {
    const { page, expectCalm } = await startWritten();
    const before = await kept(page);
    await choose(page, 'copie.md', THEIRS);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('import-title');
    const first = page.locator('[data-incoming="1"]');
    expect(await first.innerText()).toMatch(/Une \*\*étoile\*\*[\s\S]*Un réseau en étoile\./);
    expect(await first.getByLabel(/^garder la vôtre/).isChecked()).toBe(true);
    await first.getByLabel(/^prendre celle du fichier/).check();
    const block = preview(page).locator('[data-block]');
    expect(await block.locator('.as-written').textContent()).toBe('Remarque sans place.');
    await block.getByRole('combobox').selectOption('Question 16');
    await button(page, 'Placer le passage 1 sous la question 16').click();
    await page.locator('[data-incoming="16"]').waitFor();
    await button(page, 'Fusionner').click();
    await page.getByText('est fusionnée').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('sheet-told');
    expect(await kept(page)).toEqual({
      ...before,
      1: 'Un réseau en étoile.',
      2: 'Tout se lit.',
      16: 'Remarque sans place.',
    });
    await button(page, 'Revenir à l’état d’avant').click();
    await page.getByText('Tout est revenu comme avant.').waitFor();
    expect(await kept(page)).toEqual(before);
    expectCalm();
  });

  test('takes the place of all, and what it replaced is among the versions', async () => {
    const { page, expectCalm } = await startWritten();
    const before = await kept(page);
    await choose(page, 'copie.md', THEIRS);
    await button(page, 'Tout remplacer').click();
    await page.getByText('a pris la place de la vôtre').waitFor();
    expect(await kept(page)).toEqual({ 1: 'Un réseau en étoile.', 2: 'Tout se lit.' });
    // What has no place stays on the sheet, until it is given one.
    const block = page.locator('[data-unplaced] [data-block]');
    await block.getByText('Remarque sans place.').waitFor();
    const undo = button(page, 'Revenir à l’état d’avant');
    await undo.click();
    await page.getByText('Tout est revenu comme avant.').waitFor();
    expect(await kept(page)).toEqual(before);
    expect(await block.count()).toBe(0);

    await choose(page, 'copie.md', THEIRS);
    await button(page, 'Tout remplacer').click();
    await page.getByText('a pris la place de la vôtre').waitFor();
    // A refusal is what happened last: the change before it is told after it, as such, with its way back.
    await choose(page, 'vide.md', '');
    await page.getByRole('alert').filter({ hasText: 'aucune réponse' }).waitFor();
    const said = plainSpaces(await page.locator('.hand-in').innerText());
    expect(said).toMatch(/aucune réponse\.\s+Dernier changement : La copie importée a pris la place/);
    expect(await undo.isVisible()).toBe(true);
    await block.getByRole('combobox').selectOption('Question 2');
    await button(page, 'Placer le passage 1 sous la question 2').click();
    await page.getByText('Le passage est placé.').waitFor();
    expect((await kept(page))[2]).toBe('Tout se lit.\n\nRemarque sans place.');
    await page.goto(`${server.url}questions/7/`);
    await page.getByText('Versions précédentes').click();
    await page
      .locator('.version-text', { hasText: 'Il peut changer le message.' })
      .waitFor({ state: 'attached' });
    expectCalm();
  });

  test('reaches a question’s page in another tab', async () => {
    const { page } = await startWritten();
    const other = await page.context().newPage();
    await other.goto(`${server.url}questions/1/`);
    await expect.poll(() => other.locator('textarea').first().inputValue()).toBe(ONE);
    await choose(page, 'copie.md', THEIRS);
    await button(page, 'Tout remplacer').click();
    await expect
      .poll(() => other.locator('[data-answer="1"] textarea').inputValue())
      .toBe('Un réseau en étoile.');
  });
});

describe('a file that is none', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  test.each<[string, string, string | Buffer, string]>([
    ['a picture', 'image.png', png, 'pas du texte'],
    [
      'a page',
      'copie.md',
      '<!doctype html><script>document.title = "run"</script>',
      'une page ou un programme',
    ],
    ['a program', 'copie.js', 'document.title = "run"', 'une page ou un programme'],
    ['another JSON', 'answers.json', '{"__proto__":{"answers":[]}}', 'pas celui d’un cahier'],
    [
      'a damaged notebook',
      'answers.json',
      '{"format":"tp-chat-chiffre/notebook","version":1,"answers":[{',
      'incomplet',
    ],
    ['a newer notebook', 'answers.json', notebook('', 2), 'plus récent'],
    ['an answer of more than a mebibyte', 'answers.json', notebook('mot '.repeat(300_000)), 'trop long'],
    ['empty', 'vide.md', '', 'aucune réponse'],
  ])('(%s) is refused at once with a sentence, and changes nothing', async (_, name, content, said) => {
    const { page, expectCalm } = await startWritten();
    const before = await kept(page);
    const began = performance.now();
    await choose(page, name, content);
    await page.getByRole('alert').filter({ hasText: said }).waitFor();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await kept(page)).toEqual(before);
    expect(await page.title()).toBe('Ma copie · TP chat chiffré');
    expect(await preview(page).count()).toBe(0);
    expectCalm();
  });

  test('(nearly a mebibyte in one answer) is none, but shown from its beginning, and taken whole', async () => {
    const { page, expectCalm } = await startWritten();
    const text = 'mot '.repeat(250_000);
    await choose(page, 'answers.json', notebook(text));
    const incoming = page.locator('[data-incoming="7"]');
    await incoming.locator('[data-unshown]').getByText('996000 caractères').waitFor();
    expect((await incoming.innerText()).length).toBeLessThan(6000);
    await button(page, 'Tout remplacer').click();
    await expect.poll(async () => (await kept(page))[7]).toBe(text);
    expectCalm();
  });

  test('(64 MB) is refused before it is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
    const path = join(folder, 'gros.md');
    writeFileSync(path, '');
    truncateSync(path, 64 * 1024 * 1024);
    const { page, expectCalm } = await startWritten();
    const before = await kept(page);
    const began = performance.now();
    await page.locator('.sheet-import input').setInputFiles(path);
    await page.getByRole('alert').filter({ hasText: 'trop gros' }).waitFor();
    expect(performance.now() - began).toBeLessThan(4000);
    expect(await kept(page)).toEqual(before);
    rmSync(folder, { recursive: true });
    expectCalm();
  });

  test('does not freeze the page, whatever its nesting and its Markdown', async () => {
    const { page, expectCalm } = await openPage(`${server.url}copie/`);
    await page.locator('.sheet').waitFor();
    await page.evaluate(() => {
      const gaps = { longest: 0, last: performance.now() };
      setInterval(() => {
        gaps.longest = Math.max(gaps.longest, performance.now() - gaps.last);
        gaps.last = performance.now();
      }, 10);
      Object.assign(globalThis, { gaps });
    });
    await choose(page, 'copie.json', '['.repeat(900_000));
    await page.locator('[data-import], [role=alert]').waitFor();
    // Minutes of work for a parser of Markdown: it is shown as it was written.
    await choose(
      page,
      'copie.md',
      `1. ${'*'.repeat(20_000)}a${'*'.repeat(20_000)}\n2. ${'>'.repeat(20_000)} cité\n3. **lu**\n`,
    );
    await button(page, 'Tout remplacer').click();
    await answer(page, 3).locator('strong').waitFor({ timeout: 30_000 });
    await answer(page, 1).locator('.as-written').waitFor();
    const longest = await page.evaluate(
      () => (globalThis as unknown as { gaps: { longest: number } }).gaps.longest,
    ); // put there above
    expect(longest).toBeLessThan(4000); // milliseconds: two trips run at once
    expectCalm();
  }, 90_000);
});

test('lives at its address; a class’s says so, and asks to export', async () => {
  const { page } = await openPage(`${server.url}copie/`);
  await page.getByText(`pour l’adresse ${new URL(server.url).host}/ seulement`).waitFor();
  expect(await page.getByText('C’est l’adresse d’une classe').count()).toBe(0);
  await page.route('**/relay.json', (route) => route.fulfill({ json: { relay: 'relay', class: true } }));
  await page.reload();
  await page.getByText('C’est l’adresse d’une classe').waitFor();
});

test('of a browser that keeps nothing is said to be kept nowhere', async () => {
  const { page } = await openPage(`${server.url}copie/`);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('closed to pages', 'SecurityError');
    };
  });
  await page.reload();
  const told = page.locator('.sheet-told');
  await told.getByText('Ce navigateur ne garde rien pour cette page').waitFor();
  expect(await page.getByText('est gardé dans ce navigateur').count()).toBe(0);
  expect(await told.innerText()).not.toContain('changé'); // nothing was asked to change
  await choose(page, 'copie.md', '1. Un réseau en étoile.\n');
  await button(page, 'Tout remplacer').click();
  await told.getByText('Rien n’a été changé.').waitFor();
});

test('is spoken of on the first page of a class, and nowhere else', async () => {
  const { page } = await openPage(server.url);
  const note = page.locator('[data-passing]');
  await page.waitForLoadState('networkidle');
  expect(await note.isVisible()).toBe(false);
  await page.route('**/relay.json', (route) => route.fulfill({ json: { relay: 'relay', class: true } }));
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    await note.getByText(`pour l’adresse ${new URL(server.url).host}/ seulement`).waitFor();
    expect(await violations(page)).toEqual([]);
  }
  await note.getByRole('link', { name: 'Exporter votre copie' }).click();
  await page.waitForURL(`${server.url}copie/`);
});

test('is offered on the first page: first to whoever has no answers yet, then last', async () => {
  const { page } = await openPage(server.url);
  expect(await page.locator('main a').first().innerText()).toBe('Reprendre une copie exportée');
  await page.getByRole('link', { name: 'Reprendre une copie exportée' }).click();
  expect(page.url()).toBe(`${server.url}copie/`);
  await write(page, 1, ONE);
  await page.goto(server.url);
  await expect.poll(() => page.locator('.start a').last().innerText()).toBe('Reprendre une copie exportée');
  await page.getByRole('link', { name: 'Ma copie' }).click();
  await answer(page, 1).locator('strong').waitFor();
});

test('is printed clean: the sheet alone, black on white in either theme', async () => {
  const { page } = await startWritten();
  await answer(page, 1).locator('strong').waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const hidden of [
    '.site-header',
    '.site-footer',
    '.sheet-tools',
    '.sheet-told',
    '.sheet-page > h1',
    '.sheet-count',
  ])
    expect({ hidden, seen: await page.locator(hidden).first().isVisible() }).toEqual({ hidden, seen: false });
  expect(await page.locator('[data-sheet-answer]:visible').count()).toBe(16);
  const look = (
    selector: string,
    name: 'color' | 'backgroundColor' | 'textDecorationLine' | 'breakAfter' | 'breakInside' | 'fontFamily',
  ) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, property) => getComputedStyle(element)[property], name);
  expect(await look('body', 'backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await look('.sheet', 'color')).toBe('rgb(0, 0, 0)');
  expect(await look('.sheet h4 a', 'textDecorationLine')).toBe('none');
  expect(await look('.sheet h4', 'breakAfter')).toBe('avoid');
  expect(await look('.sheet pre', 'breakInside')).toBe('avoid');
  expect(await look('.sheet pre', 'fontFamily')).toContain('Mono');
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThan(4);
});

describe.each(['light', 'dark'] as const)('for everyone, %s', (colorScheme) => {
  test.each([390, 1440])(
    'axe finds nothing at %i px, at rest, before an import and before erasing',
    async (width) => {
      const { page, expectCalm } = await openPage(`${server.url}copie/`, {
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height: 900 },
      });
      await page.locator('.sheet').waitFor();
      expect(await violations(page)).toEqual([]);
      await write(page, 1, ONE);
      await openSheet(page);
      await choose(
        page,
        'copie.md',
        '# A\n\n## Introduction\n\n1. autre\n2. # Titre\n\n## Hors questions\n\n- reste\n',
      );
      await preview(page).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      await button(page, 'Tout remplacer').click();
      await page.locator('[data-unplaced]').waitFor();
      await answer(page, 2).locator('h5').waitFor();
      expect(await violations(page)).toEqual([]);
      await button(page, 'Tout effacer…').click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      expectCalm();
    },
  );
});

test('with the keyboard alone: a file is chosen, merged, undone, and nothing is erased by Escape', async () => {
  const { page, expectCalm } = await startWritten();
  const before = await kept(page);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return (element?.labels?.[0] ?? element)?.textContent?.trim() ?? '';
    });
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused()) === name) return;
    }
    throw new Error(`no way to ${name} by Tab`);
  };
  const chosen = page.waitForEvent('filechooser'); // now: Playwright takes a moment until it stands in for the dialog
  await tabTo('Importer une copie');
  await page.keyboard.press('Enter');
  const chooser = await chosen;
  await chooser.setFiles({ name: 'copie.md', mimeType: 'text/markdown', buffer: Buffer.from('1. autre\n') });
  await preview(page).waitFor();
  await tabTo('Fusionner');
  await page.keyboard.press('Enter');
  await page.getByText('est fusionnée').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Revenir à l’état d’avant');
  await page.keyboard.press('Enter');
  await page.getByText('Tout est revenu comme avant.').waitFor();
  await page.locator('.sheet-name input').focus();
  await tabTo('Tout effacer…');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await focused()).toBe('Tout effacer…');
  expect(await kept(page)).toEqual(before);
  expectCalm();
});

test('in English it says so', async () => {
  const { page, expectCalm } = await openPage(`${server.url}en/sheet/`);
  await page.getByRole('button', { name: 'Export ANSWERS.md' }).waitFor();
  await choose(page, 'answers.md', '1. a star\n');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('The imported sheet has been merged with yours.').waitFor();
  await page.getByRole('link', { name: 'Français' }).click();
  expect(page.url()).toBe(`${server.url}copie/`);
  await answer(page, 1).getByText('a star').waitFor();
  expectCalm();
});
