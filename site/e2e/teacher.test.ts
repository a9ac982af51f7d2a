// The teacher's console in a lesson: what it sees, what it orders, votes, model answers, sheets, and the end of it all.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { handIn, join, type LedClass, Line, type Student, startClass } from './led-class.ts';
import { openPage, plainSpaces, type WatchedPage } from './workbook.ts';

const EVIL = '<img src=x onerror=alert(1)>';

let led: LedClass;
let ada: Student;
let grace: Student;
let alan: Student;
let joan: Student;

beforeAll(async () => {
  led = await startClass();
  ada = await join(led, 'ada');
  grace = await join(led, 'grace');
  alan = await join(led, 'alan');
  joan = await join(led, 'joan');
}, 300_000);

async function openDesk(options: Parameters<typeof openPage>[1] = {}): Promise<WatchedPage> {
  const watched = await openPage(led.desk, options);
  watched.page.on('dialog', () => expect.fail('something that a student wrote ran'));
  await watched.page.getByRole('heading', { name: 'TP 3, groupe B' }).waitFor();
  return watched;
}

const room = (page: Page, number: number) => page.locator(`[data-room="${number}"]`);
const orders = (page: Page) => page.getByRole('region', { name: 'Consignes' });
const stateOf = (student: Student) => student.line.hear('class');

const isFocused = (element: Element) => element === document.activeElement;

const expectPressed = (page: Page, name: string, is: boolean) =>
  expect
    .poll(() => orders(page).getByRole('button', { name, exact: true }).getAttribute('aria-pressed'))
    .toBe(String(is));

const pressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the rooms', () => {
  test('show who sits where and does what, and the secret leaves the address', async () => {
    const { page, expectCalm } = await openDesk();
    expect(page.url()).toBe(`${led.server.url}prof/`);
    await ada.line.say({ type: 'status', question: 7, stage: 'fernet' });
    await grace.line.say({ type: 'help', wanted: true });
    await room(page, 1).getByText('question 7 · Fernet').waitFor();
    await room(page, 1).getByText('appelle', { exact: true }).waitFor();
    await page.getByText('La salle 1 appelle.').waitFor();
    await expect.poll(() => page.title()).toMatch(/^\(1\) /);
    expect(await room(page, 1).locator('b').allTextContents()).toEqual(['ada', 'grace']);
    expect(plainSpaces((await page.locator('.rooms-bar').textContent()) ?? '')).toContain('4 présents sur 4');

    // What comes in does not take the focus, nor move a room under it.
    const pick = room(page, 2).getByRole('button');
    await pick.focus();
    await alan.line.say({ type: 'status', question: 3, stage: 'aead' });
    await room(page, 2).getByText('question 3 · AEAD').waitFor();
    expect(await pick.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.reload();
    await room(page, 1).getByRole('button', { name: 'Appel de grace : vu' }).click();
    await grace.line.hear('class', (news) => !news.room.wantsHelp);
    await page.getByText('L’appel est clos.').waitFor();
    await expect.poll(() => page.title()).not.toMatch(/^\(/);
    await expect.poll(() => room(page, 1).getByText('appelle', { exact: true }).count()).toBe(0);
    expectCalm();
  }, 60_000);

  test('get orders, all of them or one', async () => {
    const { page, expectCalm } = await openDesk();
    await orders(page).getByRole('button', { name: 'AES-CTR' }).click();
    await page.getByText('L’étape est changée.').waitFor();
    for (const student of [ada, joan])
      await student.line.hear('class', (news) => news.room.stage === 'hazmat');

    await room(page, 2).getByRole('button').press('Enter');
    await expectPressed(page, 'AES-CTR', true);
    await orders(page).getByRole('button', { name: 'TTL' }).click();
    await page.getByText('Salle 2 : l’étape est changée.').waitFor();
    await joan.line.hear('class', (news) => news.room.stage === 'fernet-ttl');
    expect((await stateOf(ada)).room.stage).toBe('hazmat');

    await pressed(page, 'Figer');
    await alan.line.hear('class', (news) => news.room.frozen);
    expect((await stateOf(ada)).room.frozen).toBe(false);
    await room(page, 2).getByText('figée').waitFor();
    await expectPressed(page, 'Figer', true);
    await orders(page).locator('.orders-for select').selectOption({ label: 'toute la classe' });
    for (const name of ['Figer', 'AES-CTR', 'TTL']) await expectPressed(page, name, false);
    await room(page, 2).getByRole('button').press('Enter');
    await pressed(page, 'Reprendre');
    await page.getByText('Salle 2 : tout repart.').waitFor();
    await alan.line.hear('class', (news) => !news.room.frozen);

    await pressed(page, 'Interdire la malice');
    await alan.line.hear('class', (news) => !news.room.maliceAllowed);
    await page.getByText('Salle 2 : la malice est interdite, son relais est honnête.').waitFor();
    await expectPressed(page, 'Interdire la malice', true);
    await pressed(page, 'Permettre la malice');
    await alan.line.hear('class', (news) => news.room.maliceAllowed);

    await orders(page).getByLabel('Un mot').fill('Relisez la question 7.');
    await pressed(page, 'Envoyer le mot');
    await alan.line.hear('class', (news) => news.room.note?.text === 'Relisez la question 7.');
    const send = orders(page).getByRole('button', { name: 'Envoyer le mot' });
    expect(await send.evaluate((button) => button === document.activeElement)).toBe(true);
    await send.press('Enter');
    await expect.poll(() => orders(page).getByLabel('Un mot').evaluate(isFocused)).toBe(true);
    await pressed(page, 'Retirer le mot');
    await alan.line.hear('class', (news) => news.room.note === undefined);
    await page.getByText('Salle 2 : le mot est retiré.').waitFor();
    expectCalm();
  }, 60_000);

  test('take a student in who is moved, with the keyboard', async () => {
    const { page, expectCalm } = await openDesk();
    const move = orders(page).getByRole('group', { name: 'Déplacer' });
    const before = await stateOf(grace);
    await move.getByLabel('Qui').selectOption('grace');
    await move.getByLabel('Vers').selectOption('Salle 2');
    await move.getByLabel('Place').selectOption('serveur');
    await move.getByRole('button', { name: 'Déplacer' }).press('Enter');
    await grace.line.hear('class', (news) => news.room.number === 2 && news.room.chair === 'serveur');
    await room(page, 2).getByText('grace').waitFor();
    await move.getByLabel('Vers').selectOption('Salle 1');
    await move.getByLabel('Place').selectOption(before.room.chair);
    await move.getByRole('button', { name: 'Déplacer' }).click();
    await grace.line.hear('class', (news) => news.room.number === 1);
    expectCalm();
  }, 60_000);

  test('let the teacher be their server, in another tab, by no secret in an address', async () => {
    const { page } = await openDesk();
    await room(page, 1).getByRole('button').click();
    const link = orders(page).getByRole('link', { name: 'Devenir le serveur de cette salle' });
    expect(await link.getAttribute('href')).not.toContain(led.teacherSecret);
    const opened = page.waitForEvent('popup');
    await link.click();
    const bench = await opened;
    await bench.getByText('Vous êtes le serveur').first().waitFor({ timeout: 30_000 });
    await room(page, 1).getByText('vous êtes son serveur').waitFor();
    await bench.locator('[data-teachers-chair]').getByText('Salle 1').waitFor();
    await expect.poll(() => bench.title()).toMatch(/^Salle 1 · /);
    await expect.poll(() => bench.locator('[data-bench]').getAttribute('data-stage')).toBe('hazmat');
    await bench.close();
  }, 90_000);
});

test('a vote is counted out of sight, shown, and taken once more', async () => {
  const { page, expectCalm } = await openDesk();
  const vote = page.getByRole('region', { name: 'Vote' });
  await vote.getByLabel('Question').selectOption('7');
  const options = await vote.locator('.vote-options li').allTextContents();
  expect(options.length).toBeGreaterThan(1);
  await vote.getByRole('button', { name: 'Faire voter la classe' }).click();
  await vote.getByText('Vote ouvert : 0 voix.').waitFor();
  for (const student of [ada, grace]) await student.line.say({ type: 'vote', option: 0 });
  await alan.line.say({ type: 'vote', option: 1 });
  await vote.getByText('Vote ouvert : 3 voix.').waitFor();
  expect(await vote.locator('.vote-round').count()).toBe(0);
  expect((await stateOf(joan)).class.vote?.rounds[0]?.tally).toBeUndefined();

  await vote.getByRole('button', { name: 'Montrer le résultat' }).click();
  await vote.getByText('2 (67 %)').waitFor();
  await vote.getByText('1 (33 %)').waitFor();
  await joan.line.hear('class', (news) => news.class.vote?.rounds[0]?.tally?.[0] === 2);

  await vote.getByRole('button', { name: 'Faire voter de nouveau' }).click();
  await vote.getByText('Vote ouvert : 0 voix.').waitFor();
  for (const student of [ada, grace, alan, joan]) await student.line.say({ type: 'vote', option: 1 });
  await vote.getByText('Vote ouvert : 4 voix.').waitFor();
  await vote.getByRole('button', { name: 'Montrer le résultat' }).click();
  await vote.getByText('4 (100 %)').waitFor();
  await vote.getByText('2 (67 %)').waitFor();
  expect(await vote.getByText('Tour 2').count()).toBe(options.length);
  await vote.getByRole('button', { name: 'Retirer le vote' }).click();
  await vote.getByRole('button', { name: 'Faire voter la classe' }).waitFor();
  await expect.poll(() => vote.getByRole('heading', { name: 'Vote' }).evaluate(isFocused)).toBe(true);
  expectCalm();
}, 60_000);

test('a model answer is opened to all by its key, and by no other', async () => {
  const { page, expectCalm } = await openDesk();
  const reveal = page.getByRole('region', { name: 'Réponses modèles' });
  await reveal.getByLabel('Réponse modèle à ouvrir').selectOption('2');
  await reveal.getByRole('button', { name: 'Ouvrir à toute la classe' }).click();
  const { class: state } = await ada.line.hear('class', (news) => news.class.revealed[2] !== undefined);
  expect(Object.keys(state.revealed)).toEqual(['2']);
  expect(state.revealed[2]).toMatch(/^[\w-]{43}=$/);
  await reveal.getByText('Question déjà ouverte : 2.').waitFor();
  expectCalm();
}, 60_000);

test('sheets are read question by question, as text, exported, and erased', async () => {
  await handIn(
    led,
    ada,
    `# Ma copie\n\n1. Le serveur **lit** tout ${EVIL}\n2. Il écrit tout dans son journal.\n`,
  );
  await handIn(led, grace, '# Copie\n\n1. Une topologie en étoile.\n');
  const { page, expectCalm } = await openDesk();
  const sheets = page.getByRole('region', { name: 'Copies' });
  await sheets.getByText('2 copies').first().waitFor();
  await sheets.getByText('Sans copie : alan, joan.').waitFor();
  await sheets.getByText(EVIL).waitFor();
  await expect.poll(() => sheets.locator('.read-answer strong').allTextContents()).toEqual(['lit']);
  expect(await sheets.locator('.read-answer img').count()).toBe(0);
  await sheets.getByRole('button', { name: 'Question suivante' }).click();
  await sheets.getByText('Il écrit tout dans son journal.').waitFor();
  await sheets.getByText('Sans réponse : grace.').waitFor();
  await sheets.getByRole('button', { name: 'Actualiser' }).waitFor();
  await sheets.getByLabel('Lire la question').selectOption({ label: 'Hors des questions' });
  await sheets.getByText('Rien hors des questions : ada, grace.').waitFor();

  for (const [name, start] of [
    ['Copies, une par fichier (zip)', 'PK'],
    ['Tableau (CSV)', '\ufeffpseudonyme;'],
    ['Données (JSON)', '{'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await sheets.getByRole('button', { name }).click();
    const download = await coming;
    expect(readFileSync(await download.path(), 'utf8').startsWith(start)).toBe(true);
  }

  await sheets.getByLabel('Effacer un étudiant').selectOption('grace');
  await sheets.getByRole('button', { name: 'Effacer…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Effacer grace/ });
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await sheets.getByText('2 copies').first().waitFor();
  await sheets.getByRole('button', { name: 'Effacer…' }).click();
  await dialog.getByRole('button', { name: 'Effacer grace' }).click();
  await sheets.getByText('grace est effacé.').waitFor();
  await grace.line.hear('refused');
  await expect.poll(() => room(page, 1).locator('b').allTextContents()).not.toContain('grace');
  expectCalm();
}, 120_000);

test.each([
  ['', 'Elle s’ouvre par le lien privé'],
  ['#cle=00000000000000000000000000000000', 'Ce lien n’ouvre pas cette classe'],
])('with the secret « %s » it says why it is empty, and nothing else', async (hash, why) => {
  const { page } = await openPage(`${led.server.url}prof/${hash}`);
  await page.getByText(why).waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('main').textContent()).not.toContain('ada');
});

test('a student’s line does nothing of this', async () => {
  const outsider = new Line(led.server);
  await outsider.say({ type: 'lead', order: { do: 'end' } });
  await outsider.hear('refused');
  await ada.line.say({ type: 'lead', order: { do: 'end' } });
  await ada.line.hear('refused', ({ code }) => code === 'FORBIDDEN');
  expect((await stateOf(joan)).class.ended).toBe(false);
  outsider.close();
});

describe.each([390, 820, 1440, 1920])('%i pixels wide', (width) => {
  test.each(['light', 'dark'] as const)(
    'nothing sticks out, and axe finds nothing, %s',
    async (colorScheme) => {
      const { page } = await openDesk({
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      await room(page, 1).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await violations(page)).toEqual([]);
    },
    60_000,
  );
});

test('the door is closed to new students, and opened again', async () => {
  const { page, expectCalm } = await openDesk();
  const door = page.getByLabel('Laisser entrer de nouveaux étudiants');
  await expect.poll(() => door.isChecked()).toBe(true);
  await door.uncheck();
  await page.getByText('L’entrée est fermée.').waitFor();
  const late = await openPage(`${led.server.url}classe/#code=${led.code}`);
  await late.page.getByLabel('Pseudonyme', { exact: true }).fill('Tard');
  await late.page.getByRole('button', { name: 'Rejoindre la classe' }).click();
  await late.page.getByText('La classe n’accueille plus personne').waitFor();
  await door.check();
  await late.page.getByRole('button', { name: 'Rejoindre la classe' }).click();
  await late.page.getByRole('heading', { name: 'Vous êtes dans la classe, Tard' }).waitFor();
  expectCalm();
}, 60_000);

describe.each([390, 1440])('%i pixels wide, at its foot', (width) => {
  test('the console says what became of an order, and who calls, above all controls', async () => {
    const { page } = await openDesk({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    await joan.line.say({ type: 'help', wanted: true });
    const door = page.getByLabel('Laisser entrer de nouveaux étudiants');
    await page.getByText('La salle 2 appelle.').waitFor();
    await door.click();
    await page.getByText('L’entrée est fermée.').waitFor();
    await door.click();
    await page.getByRole('button', { name: 'Tout effacer…' }).scrollIntoViewIfNeeded();
    for (const said of ['L’entrée est ouverte.', 'La salle 2 appelle.']) {
      const line = page.getByText(said);
      await line.waitFor();
      expect(await line.count()).toBe(1);
      const isSeen = await line.evaluate((element) => {
        const { left, top, width: wide, height } = element.getBoundingClientRect();
        const there = document.elementFromPoint(left + wide / 2, top + height / 2);
        return there !== null && there.closest('.desk-news') !== null;
      });
      expect(isSeen, said).toBe(true);
    }
    await joan.line.say({ type: 'help', wanted: false });
    await page.getByText('La salle 2 appelle.').waitFor({ state: 'detached' });
  }, 60_000);

  test('the code, shown large, has the screen to itself', async () => {
    const { page } = await openDesk({ viewport: { width, height: 800 } });
    await page.getByRole('button', { name: 'Afficher en grand' }).click();
    const large = page.getByRole('dialog', { name: 'Accès' });
    await large.waitFor();
    expect(await large.boundingBox()).toEqual({ x: 0, y: 0, width, height: 800 });
    expect(await violations(page)).toEqual([]);
    await large.getByRole('button', { name: 'Fermer' }).click();
  }, 60_000);
});

test('a lesson that is over opens again under its name, for its sheets', async () => {
  const data = mkdtempSync(joinPath(tmpdir(), 'over-'));
  const words = ['--data', data];
  const first = await startClass({}, words);
  await handIn(first, await join(first, 'zoé'), '# TP\n\n1. Une étoile.\n');
  const teacher = new Line(first.server);
  await teacher.say({ type: 'teach', secret: first.teacherSecret });
  await teacher.say({ type: 'lead', order: { do: 'end' } });
  await teacher.hear('overview', (news) => news.class.ended);
  await first.server.stop();

  const again = await startClass({}, words);
  expect(plainSpaces(again.server.output())).toContain('Séance « TP 3, groupe B », terminée');
  const { page, expectCalm } = await openPage(again.desk);
  await page.getByText('Cette séance est terminée.').waitFor();
  expect(await page.getByRole('region', { name: 'Consignes' }).count()).toBe(0);
  const late = await openPage(`${again.server.url}classe/`);
  await late.page.getByText('La séance est terminée.').waitFor();
  expect(await late.page.getByRole('button', { name: 'Rejoindre la classe' }).count()).toBe(0);
  await page.getByRole('region', { name: 'Copies' }).getByText('Une étoile.').waitFor();
  const end = page.getByRole('region', { name: 'Fin de la séance' });
  await end.getByRole('button', { name: 'Tout effacer…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tout effacer', exact: true }).click();
  await end.getByText('Tout ce que le serveur gardait de cette séance est effacé.').waitFor();
  expectCalm();
  rmSync(data, { recursive: true, force: true });
}, 120_000);

test('the end: nobody comes in any more, and then nothing is kept', async () => {
  await joan.line.say({ type: 'help', wanted: true });
  const { page, expectCalm } = await openDesk();
  await page.getByText('La salle 2 appelle.').waitFor();
  const end = page.getByRole('region', { name: 'Fin de la séance' });
  await end.getByRole('button', { name: 'Terminer la séance…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terminer', exact: true }).click();
  await joan.line.hear('class', (news) => news.class.ended);
  await page.getByText('Cette séance est terminée.').waitFor();
  expect(await page.getByText('séance est terminée').count()).toBe(1);
  await expect.poll(() => end.getByRole('heading').evaluate(isFocused)).toBe(true);
  const read = async () => plainSpaces(await page.locator('.desk').innerText());
  expect(await read()).not.toContain(led.code.replace(/(...)(?=.)/g, '$1-'));
  expect(await read()).not.toMatch(/La salle . appelle|^Vu$|sans activité/m);
  expect(await page.title()).not.toMatch(/^\(/);
  await end.getByRole('button', { name: 'Tout effacer…' }).click();
  const dialog = page.getByRole('dialog', { name: /Effacer toute la séance « TP 3, groupe B »/ });
  await dialog.getByRole('button', { name: 'Tout effacer', exact: true }).click();
  await end.getByText('Tout ce que le serveur gardait de cette séance est effacé.').waitFor();
  await expect.poll(() => page.locator('[data-seat]').count()).toBe(0);
  expect(await read()).not.toMatch(/Personne encore|Les copies|Aucune copie/);
  await end.getByText('s’efface après').waitFor({ state: 'detached' });
  expectCalm();
}, 60_000);
