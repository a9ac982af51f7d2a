// A student's way through a class in real browsers: in, beside somebody, led by a teacher, and back again.
import { beforeAll, describe, expect, test } from 'vitest';
import { connectSocket } from '../../test/relay-over-sockets.ts';
import { bench, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

type Page = Parameters<typeof bench>[0];

const strip = (page: Page) => page.locator('[data-class-strip]');
const stripText = async (page: Page) => plainSpaces((await strip(page).textContent()) ?? '');

/** Starts a class. @returns its address, its code, and the teacher's word on the wire */
async function startClass(environment: NodeJS.ProcessEnv = { ANSWERS: 'open' }) {
  const server = await startServer(['--class'], environment);
  const code = /#code=([a-z0-9]{9})/.exec(server.output())?.[1] ?? '';
  const secret = /#cle=([0-9a-f]+)/.exec(server.output())?.[1] ?? '';
  const teacher = await connectSocket(`ws://127.0.0.1:${server.port}/relay`);
  teacher.send({ type: 'teach', secret });
  const lead = (order: object) => teacher.send({ type: 'lead', order });
  return { server, code, lead };
}

type Class = Awaited<ReturnType<typeof startClass>>;

async function join({ server, code }: Class, pseudonym: string) {
  const opened = await openPage(`${server.url}classe/#code=${code}`);
  const { page } = opened;
  await page.getByRole('heading', { name: 'Avant de rejoindre' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByLabel('Pseudonyme', { exact: true }).fill(pseudonym);
  await page.getByRole('button', { name: 'Rejoindre la classe' }).click();
  await page.getByRole('heading', { name: `Vous êtes dans la classe, ${pseudonym}` }).waitFor();
  return opened;
}

const chairOf = async (page: Page) => /vous êtes (gauche|droite|le serveur)/.exec(await stripText(page))?.[1];

async function goToBench({ server }: Class, page: Page): Promise<void> {
  await page.goto(`${server.url}banc/`);
  await expectReady(page);
}

describe('a class', () => {
  // The first start builds the site.
  beforeAll(async () => void (await startClass()), 300_000);

  test('pairs students, who talk in their room; a third sits in the server’s chair', async () => {
    const lesson = await startClass();
    const ada = await join(lesson, 'Ada');
    const bob = await join(lesson, 'Bob');
    await expect.poll(() => stripText(ada.page)).toMatch(/Salle 1 vous êtes gauche.*droite Bobprésent/);
    expect(await chairOf(bob.page)).toBe('droite');
    for (const { page } of [ada, bob]) await goToBench(lesson, page);
    await expect.poll(() => bench(ada.page).locator('.relay-note').textContent()).toBe('relais de la classe');
    await peer(ada.page, 'gauche').send('salut Bob');
    await peer(bob.page, 'droite').expectLast('salut Bob');
    // Another's chair is nobody's to hold.
    await expect(ada.page.getByRole('button', { name: 'Tenir aussi droite ici' }).count()).resolves.toBe(0);
    const eve = await join(lesson, 'Eve');
    await expect.poll(() => chairOf(eve.page)).toMatch(/le serveur|gauche/);
    ada.expectCalm();
    bob.expectCalm();
  }, 180_000);

  test('gives a browser its own seat back, and nobody else', async () => {
    const lesson = await startClass();
    const ada = await join(lesson, 'Ada');
    await goToBench(lesson, ada.page);
    await ada.page.goto(`${lesson.server.url}classe/`);
    await ada.page.getByRole('heading', { name: 'Vous êtes dans la classe, Ada' }).waitFor();
    const other = await openPage(`${lesson.server.url}classe/#code=${lesson.code}`);
    await other.page.getByLabel('Pseudonyme', { exact: true }).fill('Ada');
    await other.page.getByRole('button', { name: 'Rejoindre la classe' }).click();
    await other.page.getByText('Quelqu’un de la classe porte déjà ce pseudonyme').waitFor();
    await other.page.getByLabel('Code de la classe').fill('aaa-aaa-aaa');
    await other.page.getByLabel('Pseudonyme', { exact: true }).fill('Zoé');
    await other.page.getByRole('button', { name: 'Rejoindre la classe' }).click();
    await other.page.getByText('La classe ne connaît pas ce code').waitFor();
    // Without a seat, the relay is in the page, and a room that is named opens to nobody.
    await other.page.goto(`${lesson.server.url}banc/`);
    await expectReady(other.page);
    await strip(other.page).getByRole('link', { name: 'Rejoindre la classe' }).waitFor();
    await peer(other.page, 'gauche').send('seule');
    await peer(other.page, 'droite').expectLast('seule');
    await other.page.goto(`${lesson.server.url}banc/#room=abcdefghjk&peer=gauche`);
    await other.page.reload();
    await other.page.getByText('Ce salon ne le permet pas.').first().waitFor();
    other.expectCalm();
  }, 180_000);

  test('is led: a stage once, a stopped room that loses nothing, a note, a vote', async () => {
    const lesson = await startClass();
    const ada = await join(lesson, 'Ada');
    await goToBench(lesson, ada.page);
    const stage = () => bench(ada.page).getAttribute('data-stage');
    lesson.lead({ do: 'stage', stage: 'fernet' });
    await expect.poll(stage).toBe('fernet');
    await bench(ada.page).getByText('AES-CTR', { exact: true }).first().click();
    lesson.lead({ do: 'note', text: 'Regardez <b>le journal</b>' });
    await strip(ada.page).getByText('Regardez <b>le journal</b>').waitFor();
    expect(await stage()).toBe('hazmat');
    await strip(ada.page).getByRole('button', { name: 'J’ai lu' }).click();

    lesson.lead({ do: 'freeze', frozen: true });
    await strip(ada.page).getByText('figé').waitFor();
    await peer(ada.page, 'gauche').send('rien ne part');
    await expect
      .poll(async () =>
        plainSpaces((await peer(ada.page, 'gauche').root.locator('.notice').textContent()) ?? ''),
      )
      .toMatch(/figé ce salon/);
    expect(await peer(ada.page, 'gauche').box.inputValue()).toBe('rien ne part');
    lesson.lead({ do: 'freeze', frozen: false });
    await expect.poll(() => strip(ada.page).getByText('figé').count()).toBe(0);

    lesson.lead({ do: 'ask', question: 7, options: 3 });
    await strip(ada.page).getByLabel('Choisir une autre heure, sans que droite s’en aperçoive.').check();
    await strip(ada.page).getByText('Votre vote est compté').waitFor();
    lesson.lead({ do: 'tally' });
    await strip(ada.page).getByText('1 vote', { exact: true }).waitFor();
    await strip(ada.page).getByText('(votre vote)').waitFor();
    await ada.page.reload();
    await expectReady(ada.page);
    expect(await stage()).toBe('hazmat');
    ada.expectCalm();
  }, 180_000);
});
