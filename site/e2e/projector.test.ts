// The projector of a class: whose log it shows, how it is read from the last row, and that it gives nothing away.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { chat, join, type LedClass, Line, startClass } from './led-class.ts';
import { openPage, plainSpaces } from './workbook.ts';

let led: LedClass;
let talks: readonly Line[];
let teacher: Line;

const texts = async (page: Page) =>
  (await page.locator('[data-wall] .wall-line').allTextContents()).map(plainSpaces);

const expectText = (page: Page, text: string) =>
  expect.poll(async () => (await texts(page)).join('\n'), { timeout: 15_000 }).toContain(text);

beforeAll(async () => {
  led = await startClass();
  const students = [];
  for (const name of ['ada', 'grace', 'alan', 'joan']) students.push(await join(led, name));
  talks = await Promise.all(students.map((student) => chat(led, student)));
  teacher = new Line(led.server);
  await teacher.say({ type: 'teach', secret: led.teacherSecret });
  await teacher.hear('overview');
}, 300_000);

const send = (talk: number, message: string) => talks[talk]?.say({ type: 'send_message', message });

describe('the log', () => {
  test('is of one room or all, marks stages and freezes, and can be held', async () => {
    const { page, expectCalm } = await openPage(led.projector);
    await send(0, 'bonjour de la une');
    await send(2, 'bonjour de la deux');
    await expectText(page, 'bonjour de la une');
    await expectText(page, 'bonjour de la deux');
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.locator('body').innerText()).not.toMatch(/\b(?:ada|grace|alan|joan)\b/);

    await teacher.say({ type: 'lead', order: { do: 'stage', room: undefined, stage: 'fernet' } });
    await page.getByText('Toutes les salles : étape Fernet', { exact: true }).waitFor();
    await teacher.say({ type: 'lead', order: { do: 'freeze', room: undefined, frozen: true } });
    await page.getByText('Toutes les salles : figées', { exact: true }).waitFor();
    await teacher.say({ type: 'lead', order: { do: 'freeze', room: undefined, frozen: false } });
    await page.getByText('Toutes les salles : reprise', { exact: true }).waitFor();

    await page.getByRole('combobox', { name: 'Salle', exact: true }).selectOption({ label: 'Salle 2' });
    await expect.poll(async () => (await texts(page)).join('\n')).not.toContain('de la une');
    await expectText(page, 'bonjour de la deux');

    await page.getByRole('button', { name: 'Pause' }).click();
    await send(2, 'pendant la pause');
    await page.getByRole('button', { name: 'Suivre (2 nouvelles lignes)' }).waitFor({ timeout: 15_000 });
    expect((await texts(page)).join('\n')).not.toContain('pendant la pause');
    await page.getByRole('button', { name: /^Suivre/ }).press('Enter');
    await expectText(page, 'pendant la pause');
    expectCalm();
  }, 120_000);

  test('finds one’s own words, by shape as well as by colour, and runs none of them', async () => {
    const { page, expectCalm } = await openPage(led.projector);
    page.on('dialog', () => expect.fail('a message ran'));
    await send(0, 'Rendez-vous <img src=x onerror=alert(1)> ici');
    await expectText(page, '<img src=x onerror=alert(1)>');
    await page.getByLabel('Mes mots').fill('rendez-vous ici');
    await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['Rendez-vous', 'ici']);
    const lines = await page
      .locator('mark')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).textDecorationStyle));
    expect(new Set(lines).size).toBe(2);
    expectCalm();
  }, 120_000);

  test('that is long and fast stays quick, and keeps its last thousand lines', async () => {
    const { page } = await openPage(led.projector);
    await page.locator('[data-wall]').waitFor();
    for (let batch = 0; batch < 15; batch += 1) {
      for (let i = 0; i < 40; i += 1) await send(1, `rafale ${batch * 40 + i}`);
      await new Promise((passed) => setTimeout(passed, 1_000)); // the relay takes 50 a second of one client
    }
    await expectText(page, 'rafale 599');
    expect((await texts(page)).length).toBeLessThanOrEqual(1_000);
    const end = await page
      .locator('[data-wall]')
      .evaluate((wall) => wall.scrollHeight - wall.clientHeight - wall.scrollTop);
    expect(end).toBeLessThan(30);
  }, 120_000);
});

test('shows how to come in, and a vote once it is counted', async () => {
  const { page, expectCalm } = await openPage(`${led.projector}&code=${led.code}`);
  await page.getByText(led.code.replace(/(...)(?=.)/g, '$1-')).waitFor();
  await teacher.say({ type: 'lead', order: { do: 'ask', question: 7, options: 4 } });
  await page.getByText('Vote ouvert, question 7').waitFor();
  expect(await page.locator('.vote-bar').count()).toBe(0);
  await teacher.say({ type: 'lead', order: { do: 'tally' } });
  await page.getByRole('heading', { name: 'Résultat du vote, question 7' }).waitFor();
  expect(await page.locator('.vote-bars > li').count()).toBe(4);
  const starts = (part: string) =>
    page
      .locator(part)
      .evaluateAll((parts) => parts.map((one) => Math.round(one.getBoundingClientRect().left)));
  expect(await starts('.vote-track')).toEqual(await starts('.vote-bars > li > p'));
  await page.getByRole('button', { name: 'Revenir au journal' }).press('Enter');
  const back = page.getByRole('button', { name: 'Résultat du vote' });
  await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true);
  await back.press('Enter');
  await page.getByRole('button', { name: 'Revenir au journal' }).click();
  await teacher.say({ type: 'lead', order: { do: 'dismiss-vote' } });
  await back.waitFor({ state: 'detached' });
  for (const order of [{ do: 'ask', question: 7, options: 4 }, { do: 'tally' }])
    await teacher.say({ type: 'lead', order });
  await page.getByRole('heading', { name: 'Résultat du vote, question 7' }).waitFor();
  await teacher.say({ type: 'lead', order: { do: 'dismiss-vote' } }); // or it would cover the wall of whoever opens it next
  expectCalm();
}, 120_000);

test.each(['', '#cle=00000000000000000000000000000000'])(
  'with the secret « %s » it says why it is empty',
  async (hash) => {
    const { page } = await openPage(`${led.server.url}journal/${hash}`);
    await page.getByText(hash === '' ? 'montre le journal' : 'n’ouvre pas cette classe').waitFor();
    expect(await page.locator('[data-wall]').count()).toBe(0);
  },
);

describe.each([
  [1920, 1080, 28],
  [1024, 768, 22],
  [390, 844, 16],
] as const)('at %i × %i', (width, height, least) => {
  test.each(['light', 'dark'] as const)(
    'is read from the last row, %s',
    async (colorScheme) => {
      const { page } = await openPage(`${led.projector}&code=${led.code}`, {
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
      });
      await page.locator('.wall-line').first().waitFor();
      const size = () =>
        page.locator('[data-wall]').evaluate((wall) => Number.parseFloat(getComputedStyle(wall).fontSize));
      expect(await size()).toBeGreaterThanOrEqual(least);
      const before = await size();
      await page.getByRole('button', { name: 'Plus grand' }).click();
      await expect.poll(size).toBeGreaterThan(before);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await violations(page)).toEqual([]);
    },
    60_000,
  );
});
