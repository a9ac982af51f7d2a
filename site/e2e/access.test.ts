// For everyone: the keyboard alone, the accessibility tree, both themes, a narrow screen, no motion.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { bench, expectLine, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const PAGES = [
  '',
  'banc/',
  'au-dela/',
  'matrice/',
  'cage/',
  'protocole/',
  'copie/',
  'failles/',
  'recherche/',
  'perdu/',
  ...Array.from({ length: 16 }, (_, i) => `questions/${i + 1}/`),
];

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  test('finds nothing on any page, at rest and in use', async () => {
    const { page } = await openPage(server.url, { colorScheme, reducedMotion: 'reduce' });
    for (const path of PAGES) {
      await page.goto(server.url + path);
      if ((await bench(page).count()) > 0) await expectReady(page);
      if (path.startsWith('questions/') || path === 'banc/') {
        const lines = bench(page).locator('[data-log] button');
        const before = await lines.count();
        await peer(page, 'gauche').send('pour axe');
        await expect.poll(() => lines.count()).toBe(before + 2);
        await peer(page, 'droite').root.locator('summary').click();
        await lines.last().click();
        await bench(page).locator('.inspector').waitFor();
      }
      const bet = page.locator('[data-predict] input').first();
      if ((await bet.count()) > 0) {
        await bet.check();
        await page.locator('[data-experiment]').scrollIntoViewIfNeeded();
        await page.locator('[data-experiment] .exp-foot').waitFor();
      }
      if (path === 'cage/') {
        await page.locator('[data-cage="ready"]').waitFor();
        for (const name of ['Une image cassée', 'Une fausse ligne au journal', 'Envoyer à droite'])
          await page.getByRole('button', { name }).click();
        await page.locator('.cage-lines li').waitFor();
        for (const frame of page.frames().slice(1))
          expect({ path: frame.url(), found: await violations(frame) }).toMatchObject({ found: [] });
      }
      if (path === 'questions/7/') {
        await bench(page).getByRole('button', { name: 'Prendre la place du serveur' }).click();
        await bench(page).locator('.forge').waitFor();
        await bench(page).getByRole('combobox', { name: 'De lui-même' }).selectOption('hold');
        await bench(page).getByRole('button', { name: 'Appliquer', exact: true }).click();
        for (const text of ['à', 'retenir', 'encore']) await peer(page, 'droite').send(text);
        await expect.poll(() => bench(page).locator('.is-held').count()).toBe(3);
        await bench(page).getByRole('combobox', { name: 'De lui-même' }).selectOption('tamper');
        await bench(page)
          .getByRole('button', { name: /^Dans 10 s/ })
          .click();
        await bench(page).locator('.waiting').waitFor();
        await bench(page).locator('.forge summary').first().click();
        await bench(page)
          .getByRole('textbox', { name: /^Chiffré, en hexadécimal/ })
          .fill('zz');
        await bench(page).getByText('Ce ne sont pas des octets').waitFor();
      }
      if (path === 'questions/13/') {
        await peer(page, 'gauche').moveClock(-45);
        await peer(page, 'gauche').send('refusé');
        await peer(page, 'droite').expectLast(/^InvalidToken/);
        await page.locator('[data-answer="13"] textarea').fill('Le message est trop vieux de 15 secondes.');
        await page.getByRole('button', { name: 'Comparer', exact: true }).click();
        await page.getByRole('heading', { name: 'Une réponse modèle' }).waitFor();
      }
      expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
      if (path === 'questions/7/') await page.getByRole('button', { name: 'Redevenir honnête' }).click();
    }
  }, 300_000);
});

test('who wants no motion gets none: what can be used again, looks so at once', async () => {
  const { page } = await openPage(`${server.url}banc/`, { reducedMotion: 'reduce' });
  await expectReady(page);
  const opacities = await bench(page)
    .locator('.composer button')
    .first()
    .evaluate((button: HTMLButtonElement) =>
      [true, false].map((disabled) => {
        button.disabled = disabled;
        return getComputedStyle(button).opacity;
      }),
    );
  expect(opacities).toEqual(['0.55', '1']);
});

describe('with the keyboard alone', () => {
  /** Presses Tab until the focused element is the one that is looked for. */
  async function tabTo(page: Page, wanted: (label: string, kind: string) => boolean): Promise<string> {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press('Tab');
      const { label, kind } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const name =
          element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
        return { label: (name || element.textContent || '').trim(), kind: element.role ?? element.tagName };
      });
      if (wanted(label, kind)) return label;
    }
    throw new Error('no way there by Tab');
  }

  test('a reader writes, sends, changes the stage, follows a message byte by byte, and answers', async () => {
    const { page, expectCalm } = await openPage(`${server.url}questions/7/`);
    await expectReady(page);
    expect(await tabTo(page, () => true)).toBe('Aller au texte');
    await page.keyboard.press('Enter');

    await tabTo(page, (label, kind) => kind === 'INPUT' && label.includes('Rien d’utile'));
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[data-predict] input:checked').getAttribute('value')).toBe('choisir');

    await tabTo(page, (label) => label === 'Votre réponse à la question 7');
    await page.keyboard.type('Il peut changer le message sans le lire.');
    await page.getByText('8 mots').waitFor();

    await tabTo(page, (label, kind) => kind === 'INPUT' && label.startsWith('AES-CTR'));
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => bench(page).getAttribute('data-stage')).toBe('plaintext');

    await tabTo(page, (label) => label === 'Écrire à droite');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('au clavier');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('seul');
    await page.keyboard.press('Enter');
    await peer(page, 'droite').expectLast('au clavier\nseul');
    await expectLine(page, 'INFO:ChatServer:gauche send message : au clavier\\nseul');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');

    await tabTo(page, (label) => label.startsWith('INFO:ChatServer:gauche send message'));
    await page.keyboard.press('Enter');
    await bench(page).locator('.inspector[aria-busy="false"]').waitFor(); // its parts come one after the other
    await tabTo(page, (_, kind) => kind === 'listbox');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    const words = async () => plainSpaces((await bench(page).locator('.byte-words').textContent()) ?? '');
    expect(await words()).toBe('octet n° 4 : 63 en hexadécimal, soit 99, « c »');
    expectCalm();
  }, 60_000);

  test('the focus can always be seen', async () => {
    const { page } = await openPage(`${server.url}questions/9/`);
    await expectReady(page);
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const visible = await page.evaluate(() => {
        let element: Element | null = document.activeElement;
        // A hidden radio shows its focus on its label.
        for (let up = 0; element && up < 3; up++, element = element.parentElement) {
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return true;
        }
        return document.activeElement === document.body;
      });
      expect(visible).toBe(true);
    }
  }, 60_000);
});

describe('a message that is followed', () => {
  /** Where something on the bench begins and ends in the window, in pixels from its top. */
  const extent = (page: Page, selector: string) =>
    bench(page)
      .locator(selector)
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return [top, bottom] as const;
      });

  const inSight = (page: Page, selector: string) => async () => {
    const [top, bottom] = await extent(page, selector);
    return top >= 0 && bottom <= (page.viewportSize()?.height ?? 0);
  };

  test.each([
    [1366, 768, 'no-preference'],
    [1440, 900, 'reduce'],
    [820, 1180, 'no-preference'],
    [390, 844, 'reduce'],
  ] as const)('shows which check failed at once, at %i × %i', async (width, height, reducedMotion) => {
    const viewport = { width, height };
    const { page, expectCalm } = await openPage(`${server.url}questions/13/`, { viewport, reducedMotion });
    await expectReady(page);
    await peer(page, 'gauche').moveClock(-45);
    await peer(page, 'gauche').send('il y a 45 s');
    await peer(page, 'droite').expectLast(/^InvalidToken/);
    const label = peer(page, 'droite').root.locator('.follow');
    await label.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await label.click();
    await expect.poll(inSight(page, '.inspector > header')).toBe(true);
    await expect.poll(inSight(page, '.check-failed')).toBe(true);
    // A phone is too narrow for all of the bytes; the date, which the check was about, is there.
    await expect.poll(inSight(page, width < 500 ? '.field-timestamp' : '.fields')).toBe(true);
    if (width > 1088) expect(await page.evaluate(() => scrollY)).toBe(before); // the text beside the bench stays
    expect(await label.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.getByRole('button', { name: 'Fermer' }).click();
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('INFO:ChatServer:message send to droite');
    expectCalm();
  });

  test('leaves its own lines of the log in sight, and the newest when there are newer ones', async () => {
    const { page } = await openPage(`${server.url}banc/`);
    await expectReady(page);
    for (const text of ['un', 'deux', 'trois', 'quatre']) await peer(page, 'gauche').send(text);
    await peer(page, 'droite').expectLast('quatre');
    await expect.poll(() => bench(page).locator('[data-log] button', { hasText: 'message' }).count()).toBe(8);
    const sends = bench(page).locator('[data-log] button', { hasText: 'send message' });
    const gone = async (index: number) => {
      const [top, bottom] = await extent(page, '[data-log] .lines');
      const box = await sends.nth(index).evaluate((element) => element.getBoundingClientRect().toJSON());
      return box.bottom <= top || box.top >= bottom;
    };
    await sends.first().click();
    await expect.poll(() => gone(0)).toBe(false);
    await expect.poll(() => gone(3)).toBe(true);
    await peer(page, 'gauche').send('cinq');
    await sends.nth(4).waitFor();
    await expect.poll(() => gone(4)).toBe(false);
  });
});

test('after « Comparer » the focus is where the comparison begins', async () => {
  const { page } = await openPage(`${server.url}questions/2/`);
  await page.locator('[data-answer="2"] textarea').fill('Le serveur lit tout ce que l’on écrit.');
  await page.getByRole('button', { name: 'Comparer', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Une réponse modèle' }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('Comparaison');
});

test('on a phone, the map shows where one is, and that it goes on', async () => {
  const viewport = { width: 390, height: 800 };
  const { page } = await openPage(server.url, { viewport });
  const map = page.locator('.map');
  for (const [question, before, after] of [
    [1, false, true],
    [8, true, true],
    [16, true, false],
  ] as const) {
    await page.goto(`${server.url}questions/${question}/`);
    const ring = map.locator('[aria-current]');
    await expect
      .poll(() => ring.evaluate((element) => element.getBoundingClientRect().right))
      .toBeLessThan(390);
    expect(await ring.evaluate((element) => element.getBoundingClientRect().left)).toBeGreaterThan(0);
    const more = () =>
      map.evaluate((element) => ['before', 'after'].map((side) => element.hasAttribute(`data-more-${side}`)));
    await expect.poll(more).toEqual([before, after]);
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  }
});

test('no code is cut off on a phone', async () => {
  const { page } = await openPage(`${server.url}protocole/`, { viewport: { width: 390, height: 800 } });
  const cut = await page
    .locator('pre')
    .evaluateAll((frames) => frames.filter((frame) => frame.scrollWidth > frame.clientWidth).length);
  expect(cut).toBe(0);
  expect(await page.locator('pre').count()).toBeGreaterThan(5);
});

describe.each([
  ['a phone', 390],
  ['the narrowest phone', 320],
  ['a tablet', 820],
  ['a desktop at 200 %', 720],
  ['a tablet on its side', 1024],
])('on %s', (_, width) => {
  test('nothing sticks out sideways, on any page', async () => {
    const { page } = await openPage(server.url, { viewport: { width, height: 800 } });
    for (const path of PAGES) {
      await page.goto(server.url + path);
      if (path.startsWith('questions/')) {
        await expectReady(page);
        await peer(page, 'gauche').send('x'.repeat(200));
        await bench(page).locator('[data-log] button').last().click();
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
    }
  }, 120_000);

  test('what is pressed is 24 px high and wide at least', async () => {
    const { page } = await openPage(`${server.url}questions/7/`, { viewport: { width, height: 800 } });
    await expectReady(page);
    await peer(page, 'gauche').send('petit');
    await bench(page).locator('[data-log] button').last().click();
    const small = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('button, summary, textarea, .map a, .stage, .option'))
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
        .map(({ text, box }) => `${text}: ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  }, 60_000);
});
