// The inspector, in a real browser: what a reader finds out about a message without leaving the page.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { bench, chooseStage, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

type Options = Parameters<typeof openPage>[1];

/** A bench at a stage, and what is on it. */
async function atStage(stage: Parameters<typeof chooseStage>[1], options: Options = {}) {
  const { page, expectCalm } = await openPage(`${server.url}banc/`, options);
  await expectReady(page);
  await chooseStage(page, stage);
  const inspector = page.locator('.inspector');
  return {
    page,
    expectCalm,
    inspector,
    gauche: peer(page, 'gauche'),
    droite: peer(page, 'droite'),
    /** follows a message of droite's window, from 0 */
    async follow(index: number) {
      await peer(page, 'droite').root.locator('.follow').nth(index).click();
      await inspector.waitFor();
    },
    text: async (selector: string) => plainSpaces((await inspector.locator(selector).innerText()) ?? ''),
  };
}

/** Has gauche draw one IV only, which is then that of all its messages. */
async function freezeIv(page: Page): Promise<void> {
  const { root } = peer(page, 'gauche');
  await root.locator('summary').click();
  await root.getByLabel('IV figé').check();
  await root.locator('summary').click();
}

describe('one message', () => {
  test('is in five states, side by side, with its date and its age by either clock', async () => {
    const { gauche, droite, follow, inspector, text, expectCalm } = await atStage('Fernet');
    await droite.moveClock(45);
    await gauche.send('rdv 14h');
    await droite.expectLast('rdv 14h');
    await follow(0);
    const states = (await inspector.locator('.way > li').allInnerTexts()).map(plainSpaces);
    expect(states.map((state) => state.split('\n')[0])).toEqual([
      'Tapé par gauche',
      'Parti',
      'Écrit par le serveur',
      'Arrivé chez droite',
      'Affiché par droite',
    ]);
    expect(states[0]).toContain('rdv 14h');
    expect(states[1]).toMatch(/gAAAAA[\w-]{90,}/);
    expect(states[2]).toContain("'encoding': 'base64'");
    expect(states[3]).toContain('les mêmes octets');
    expect(states[4]).toContain('rdv 14h');
    const tops = await inspector
      .locator('.way > li')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops.map(Math.round)).size).toBeLessThan(5); // beside one another, not below
    expect(await text('.token-date time')).toMatch(/^\d{1,2} \p{L}+ 20\d\d( à|,) \d\d:\d\d:\d\d$/u);
    expect(await text('.token-date')).toMatch(/À l’arrivée, sur l’horloge de droite : 4[56] s\./);
    expect(await text('.age-now')).toMatch(
      /sur l’horloge de gauche : \d+ s ; sur l’horloge de droite : (4[5-9]|[5-9]\d) s\./,
    );
    expectCalm();
  });

  test('that was delivered twice is looked at delivery by delivery', async () => {
    const { page, gauche, droite, inspector, text } = await atStage('TTL');
    await bench(page).getByRole('button', { name: 'Prendre la place du serveur' }).click();
    await gauche.send('feu');
    await droite.expectLast('feu');
    await bench(page).locator('.seen-list button').first().click();
    await bench(page)
      .getByRole('button', { name: /^Remettre/ })
      .click();
    await expect.poll(async () => (await droite.shown()).length).toBe(2);
    const delivery = inspector.getByLabel('Remise');
    expect((await delivery.locator('option').allInnerTexts()).map(plainSpaces)).toEqual([
      '1 sur 2 : n° 1, à droite',
      '2 sur 2 : n° 2, à droite',
    ]);
    expect(await delivery.inputValue()).toBe('1');
    await delivery.selectOption('0');
    expect(await text('.way')).toContain('les mêmes octets');
  });

  test('that was altered on its way lies beside what had left, with what differs marked', async () => {
    const { page, gauche, droite, inspector, text } = await atStage('AES-CTR');
    await bench(page).getByRole('button', { name: 'Prendre la place du serveur' }).click();
    await gauche.send('rdv 14h');
    await droite.expectLast('rdv 14h');
    await bench(page).locator('.seen-list button').first().click();
    const hex = bench(page).getByRole('textbox', { name: /^Chiffré, en hexadécimal/ });
    const bytes = (await hex.inputValue()).match(/[0-9a-f]{2}/g) ?? [];
    bytes[5] = (Number.parseInt(bytes[5] ?? '', 16) ^ 0x0c).toString(16).padStart(2, '0'); // "4" becomes "8"
    await hex.fill(bytes.join(''));
    await bench(page)
      .getByRole('button', { name: /^Remettre/ })
      .click();
    await droite.expectLast('rdv 18h');
    expect(await text('.way')).toContain('1 octet changé');
    await inspector.getByRole('button', { name: 'Comparer à ce qui est parti' }).click();
    await inspector.locator('.field-ciphertext .places').waitFor();
    expect(await text('.field-ciphertext .field-name')).toContain('1 octet diffère sur 16');
    expect(await text('.field-counterBlock .field-name')).toContain('identiques');
    const differing = inspector.locator('.field-ciphertext .differs[role="option"]');
    expect(await differing.count()).toBe(1);
    await differing.click();
    expect(await text('.field-ciphertext .byte-words')).toMatch(/^octet n° 6 : .*XOR = 0c.*différents$/);
  });
});

describe('two messages', () => {
  test('under one IV give the XOR of their texts; the arrow keys go from byte to byte, and it reads as a table', async () => {
    const { page, gauche, droite, inspector, follow, text, expectCalm } = await atStage('AES-CTR');
    await freezeIv(page);
    for (const said of ['rdv 14h', 'rdv 18h']) {
      await gauche.send(said);
      await droite.expectLast(said);
    }
    await follow(0);
    await inspector.getByRole('button', { name: 'Comparer avec…' }).click();
    // By its place in the list, and by the window: either way.
    await follow(1);
    await inspector.locator('.field-ciphertext .places').waitFor();
    expect(await text('.field-counterBlock .field-name')).toContain('identiques');
    expect(await text('.xor-worth')).toContain('ce XOR est celui des deux textes');
    const places = inspector.locator('.field-ciphertext .places');
    await places.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    const active = await places.getAttribute('aria-activedescendant');
    const label = plainSpaces((await page.locator(`[id="${active}"] .unseen`).textContent()) ?? '');
    expect(label).toMatch(/^octet n° 6 : .*XOR = 0c.*différents$/); // "4" and "8" of the texts
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    expect(await text('.field-ciphertext .byte-words')).toMatch(/^octet n° 1 : .*XOR = 00/);
    await inspector.locator('.field-ciphertext').getByText('Lire en tableau').click();
    const rows = inspector.locator('.field-ciphertext tbody tr');
    await expect.poll(() => rows.count()).toBe(16);
    expect((await rows.nth(5).innerText()).split('\t').at(-1)).toBe('non');
    expectCalm();
  });

  test('with IVs of their own give a XOR that says nothing', async () => {
    const { gauche, droite, inspector, follow, text } = await atStage('AES-CTR');
    for (const said of ['rdv 14h', 'rdv 18h']) {
      await gauche.send(said);
      await droite.expectLast(said);
    }
    await follow(0);
    await inspector.getByRole('button', { name: 'Comparer avec…' }).click();
    await inspector.getByRole('combobox', { name: 'Comparer avec' }).selectOption({ index: 1 });
    await inspector.locator('.field-ciphertext .places').waitFor();
    expect(await text('.xor-worth')).toContain('ce XOR ne dit rien des textes');
    await inspector.getByRole('button', { name: 'Ne plus comparer' }).click();
    await inspector.locator('.hex').first().waitFor();
  });

  test.each([
    ['light', 390],
    ['dark', 390],
    ['light', 1440],
  ] as const)(
    'side by side, %s, at %i px: axe finds nothing, and nothing sticks out',
    async (colorScheme, width) => {
      const options = { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' } as const;
      const { page, gauche, droite, inspector, follow } = await atStage('Fernet', options);
      for (const said of ['oui', 'non, pas du tout, et pour une fois en plus d’un bloc']) {
        await gauche.send(said);
        await droite.expectLast(said);
      }
      await follow(0);
      await inspector.getByRole('button', { name: 'Comparer avec…' }).click();
      await inspector.getByRole('combobox', { name: 'Comparer avec' }).selectOption({ index: 1 });
      await inspector.locator('.field-ciphertext .places').click();
      await inspector.locator('.field-ciphertext').getByText('Lire en tableau').click();
      await inspector.locator('.field-ciphertext tbody').waitFor();
      expect(await violations(page)).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    },
  );
});

describe('what is copied', () => {
  /** A page without any way to copy, or with the old one alone, as on a class's address. */
  const withWays = (old: boolean) => (page: Page) =>
    page.addInitScript((hasOld) => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      if (!hasOld) document.execCommand = () => false;
    }, old);

  async function followed(prepare?: (page: Page) => Promise<unknown>) {
    const started = await atStage('AES-CTR');
    if (prepare) {
      await prepare(started.page);
      await started.page.reload();
      await expectReady(started.page);
    }
    await started.gauche.send('rdv 14h');
    await started.droite.expectLast('rdv 14h');
    await started.follow(0);
    const menu = started.inspector.locator('.part-head .copy');
    await menu.locator('summary').click();
    return { ...started, menu };
  }

  test('is on the clipboard, in Python as a pair of bytes', async () => {
    const { page, menu, inspector } = await followed();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await menu.getByRole('button', { name: 'Python' }).click();
    await inspector.getByText('Copié : tout le message, Python').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^\(b(['"]).*\1, b(['"]).*\2\)$/,
    );
    await menu.getByRole('combobox', { name: 'Que copier ?' }).selectOption({ label: 'Chiffré' });
    await menu.getByRole('button', { name: 'hexadécimal' }).click();
    await inspector.getByText('Copié : Chiffré, hexadécimal').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is copied the old way where a page has no clipboard', async () => {
    const { menu, inspector } = await followed(withWays(true));
    await menu.getByRole('button', { name: 'base64' }).click();
    await inspector.getByText('Copié : tout le message, base64').waitFor();
  });

  test('is shown, selected, where there is no way at all', async () => {
    const { page, menu, inspector } = await followed(withWays(false));
    await menu.getByRole('button', { name: 'hexadécimal' }).click();
    const box = inspector.getByLabel(/^Ce navigateur ne permet pas de copier/);
    expect(await box.inputValue()).toMatch(/^[0-9a-f]{32}\n[0-9a-f]{32}$/);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(await box.inputValue());
  });
});
