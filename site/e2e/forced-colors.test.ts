// Where the system's colours replace ours: what was said by a colour alone is said by an edge, a ground or a word.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { bench, expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 240_000);

const style = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), name);

test.each(['light', 'dark'] as const)(
  'the followed line, the map, a button and a flawed line, %s',
  async (colorScheme) => {
    const { page, expectCalm } = await openPage(`${server.url}questions/2/`, {
      forcedColors: 'active',
      colorScheme,
    });
    await expectReady(page);
    await peer(page, 'gauche').send('bonjour');
    await peer(page, 'droite').expectLast('bonjour');
    await bench(page).locator('[data-log] .line button').last().click();
    const line = '.bench-live .line.is-followed button';
    await page.locator(line).first().waitFor();
    const inks = await page
      .locator(line)
      .first()
      .evaluate((one) => [one, ...one.querySelectorAll('*')].map((part) => getComputedStyle(part).color));
    expect(new Set(inks).size).toBe(1);
    expect(inks[0]).not.toBe(await style(page, line, 'background-color'));

    const edge = () => style(page, '[data-ring="2"]', 'border-top-width');
    expect(await style(page, '[data-ring="3"]', 'border-top-width')).toBe('1px');
    await page.locator('[data-predict] input').first().check();
    await expect.poll(async () => Number.parseFloat(await edge())).toBeGreaterThan(1);

    await page.goto(server.url);
    expect(await style(page, '.start .button', 'border-top-style')).toBe('solid');

    await page.goto(`${server.url}failles/`);
    const card = page.locator('[data-flaw="logged-key"]');
    await page.locator('[data-flaws="ready"]').waitFor();
    await card.getByRole('radio').nth(1).check();
    await card.getByRole('button', { name: 'C’est cette ligne' }).click();
    await card.getByRole('button', { name: 'Montrer la ligne' }).click();
    expect(await style(page, '[data-flaw="logged-key"] .is-wrong', 'outline-style')).toBe('solid');
    expect(await style(page, '[data-flaw="logged-key"] .flaw-line', 'outline-style')).toBe('none');
    await card.getByText('ligne 4, fautive').waitFor();
    expectCalm();
  },
);
