// A student's way through a class in real browsers: in, beside somebody, led by a teacher, and back again.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { goIn, goToBench, seesNeighbour, stageOf, strip, stripText } from './in-class.ts';
import { type LedClass, Line, startClass } from './led-class.ts';
import { bench, expectReady, openPage, peer, plainSpaces } from './workbook.ts';

/** A class, and its teacher's word on the wire. */
async function startLed() {
  const led = await startClass();
  const teacher = new Line(led.server);
  await teacher.say({ type: 'teach', secret: led.teacherSecret });
  const lead = (order: object) => teacher.say({ type: 'lead', order });
  const rooms = async () => (await teacher.hear('overview', ({ rooms }) => rooms.length > 0)).rooms;
  return { led, lead, rooms };
}

/** Goes in as whoever reads the notice first. */
async function join(led: LedClass, pseudonym: string) {
  const student = await goIn(led, pseudonym);
  expect(new URL(student.page.url()).hash).toBe('');
  return student;
}

const chairOf = async (page: Page) => /vous êtes (gauche|droite|le serveur)/.exec(await stripText(page))?.[1];

describe('a class', () => {
  // The first start builds the site.
  beforeAll(async () => void (await startLed()), 300_000);

  test('pairs students, who talk in their room; a third sits in the server’s chair', async () => {
    const { led } = await startLed();
    const ada = await join(led, 'Ada');
    const bob = await join(led, 'Bob');
    await expect.poll(() => stripText(ada.page)).toMatch(/Salle 1 vous êtes gauche.*droite Bobprésent/);
    expect(await chairOf(bob.page)).toBe('droite');
    for (const { page } of [ada, bob]) await goToBench(led, page);
    await expect.poll(() => bench(ada.page).locator('.relay-note').textContent()).toBe('relais de la classe');
    await seesNeighbour(ada.page);
    await peer(ada.page, 'gauche').send('salut Bob');
    await peer(bob.page, 'droite').expectLast('salut Bob');
    // Another's chair is nobody's to hold.
    await expect(ada.page.getByRole('button', { name: 'Tenir aussi droite ici' }).count()).resolves.toBe(0);
    const eve = await join(led, 'Eve');
    await expect.poll(() => chairOf(eve.page)).toMatch(/le serveur|gauche/);
    ada.expectCalm();
    bob.expectCalm();
  }, 180_000);

  test('gives a browser its own seat back, and nobody else', async () => {
    const { led } = await startLed();
    const ada = await join(led, 'Ada');
    await goToBench(led, ada.page);
    await ada.page.goto(`${led.server.url}classe/`);
    await ada.page.getByRole('heading', { name: 'Vous êtes dans la classe, Ada' }).waitFor();
    const other = await openPage(`${led.server.url}classe/#code=${led.code}`);
    await other.page.getByLabel('Pseudonyme', { exact: true }).fill('Ada');
    await other.page.getByRole('button', { name: 'Rejoindre la classe' }).click();
    await other.page.getByText('Quelqu’un de la classe porte déjà ce pseudonyme').waitFor();
    await other.page.getByLabel('Code de la classe').fill('aaa-aaa-aaa');
    await other.page.getByLabel('Pseudonyme', { exact: true }).fill('Zoé');
    await other.page.getByRole('button', { name: 'Rejoindre la classe' }).click();
    await other.page.getByText('La classe ne connaît pas ce code').waitFor();
    // Without a seat, the relay is in the page, and a room that is named opens to nobody.
    await other.page.goto(`${led.server.url}banc/`);
    await expectReady(other.page);
    await strip(other.page).getByRole('link', { name: 'Rejoindre la classe' }).waitFor();
    await peer(other.page, 'gauche').send('seule');
    await peer(other.page, 'droite').expectLast('seule');
    await other.page.goto(`${led.server.url}banc/#room=abcdefghjk&peer=gauche`);
    await other.page.reload();
    await other.page.getByText('Ce salon ne le permet pas.').first().waitFor();
    other.expectCalm();
  }, 180_000);

  test('says at the foot of a phone what it waits for, and leads there', async () => {
    const { led, lead } = await startLed();
    const ada = await goIn(led, 'Ada', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    const { page } = ada;
    await page.goto(`${led.server.url}questions/7/`);
    await expectReady(page);
    const alert = page.locator('[data-class-alert]');
    await lead({ do: 'ask', question: 7, options: 3 });
    await alert.getByText('Vote : question 7').waitFor();
    expect(await violations(page)).toEqual([]);
    await alert.getByRole('button', { name: 'Voir' }).press('Enter');
    await strip(page).getByText('Choisissez').waitFor();
    await expect.poll(() => alert.count()).toBe(0);
    expect(await strip(page).evaluate((root) => root === document.activeElement)).toBe(true);
    await strip(page).getByLabel('Choisir une autre heure, sans que droite s’en aperçoive.').check();
    await lead({ do: 'note', text: 'On reprend à 10 h' });
    await page.evaluate(() => scrollTo(0, 0));
    await alert.getByText('De votre enseignant : On reprend à 10 h').waitFor();
    await alert.getByRole('button', { name: 'Voir' }).click();
    await strip(page).getByRole('button', { name: 'J’ai lu' }).click();
    // What was read stays so on the next page, and a call is still one there.
    await strip(page).getByRole('button', { name: 'Appeler l’enseignant' }).click();
    await page.goto(`${led.server.url}questions/8/`);
    await expectReady(page);
    await strip(page).getByRole('button', { name: 'Appel envoyé : annuler' }).waitFor();
    expect(await page.getByText('On reprend à 10 h').count()).toBe(0);
    ada.expectCalm();
  }, 180_000);

  test('is led: a stage once, a stopped room that loses nothing, a note, a vote', async () => {
    const { led, lead } = await startLed();
    const ada = await join(led, 'Ada');
    await goToBench(led, ada.page);
    const stage = () => stageOf(ada.page);
    await lead({ do: 'stage', stage: 'fernet' });
    await expect.poll(stage).toBe('fernet');
    await bench(ada.page).getByText('AES-CTR', { exact: true }).first().click();
    await lead({ do: 'note', text: 'Regardez <b>le journal</b>' });
    await strip(ada.page).getByText('Regardez <b>le journal</b>').waitFor();
    expect(await stage()).toBe('hazmat');
    await strip(ada.page).getByRole('button', { name: 'J’ai lu' }).click();

    await lead({ do: 'freeze', frozen: true });
    await strip(ada.page).getByText('figé').waitFor();
    await peer(ada.page, 'gauche').send('rien ne part');
    await expect
      .poll(async () =>
        plainSpaces((await peer(ada.page, 'gauche').root.locator('.notice').textContent()) ?? ''),
      )
      .toMatch(/figé cette salle/);
    expect(await peer(ada.page, 'gauche').box.inputValue()).toBe('rien ne part');
    await lead({ do: 'freeze', frozen: false });
    await expect.poll(() => strip(ada.page).getByText('figé').count()).toBe(0);

    await lead({ do: 'ask', question: 7, options: 3 });
    await strip(ada.page).getByText('Choisissez ; vous pouvez changer d’avis').waitFor();
    await strip(ada.page).getByLabel('Choisir une autre heure, sans que droite s’en aperçoive.').check();
    await strip(ada.page).getByText('Votre vote est compté').waitFor();
    await lead({ do: 'tally' });
    await strip(ada.page).getByText('1 vote (100 %)').waitFor();
    await strip(ada.page).getByText('(votre vote)').waitFor();
    await ada.page.reload();
    await expectReady(ada.page);
    expect(await stage()).toBe('hazmat');
    ada.expectCalm();
  }, 180_000);

  test('folds the result of a vote away, shows shares in it, and lets it go with the lesson', async () => {
    const { led, lead } = await startLed();
    const ada = await join(led, 'Ada');
    const bob = await join(led, 'Bob');
    const { page } = ada;
    await lead({ do: 'ask', question: 7, options: 3 });
    const radios = strip(page).getByRole('radio');
    await radios.nth(1).waitFor();
    // On the page of the class, too, a radio stands beside its words.
    const besides = await radios.evaluateAll((all) =>
      all.map((radio) => {
        const words = radio.parentElement?.querySelector('span')?.getBoundingClientRect();
        const box = radio.getBoundingClientRect();
        return words !== undefined && box.right <= words.left && box.top < words.bottom;
      }),
    );
    expect(besides).toEqual([true, true, true]);
    await radios.nth(1).check();
    await strip(bob.page).getByRole('radio').nth(2).check();
    for (const at of [page, bob.page]) await strip(at).getByText('Votre vote est compté').waitFor();
    await lead({ do: 'tally' });
    await strip(page).getByText('1 vote (50 %)').first().waitFor();
    const shares = () =>
      strip(page)
        .locator('.vote-bar')
        .evaluateAll((bars) =>
          bars.map((bar) => Math.round((100 * bar.clientWidth) / (bar.parentElement?.clientWidth ?? 0))),
        );
    expect(await shares()).toEqual([0, 50, 50]);
    // Somebody who sets all colours sees the bars, too.
    await page.emulateMedia({ forcedColors: 'active' });
    const colours = await strip(page)
      .locator('.vote-bar')
      .nth(1)
      .evaluate((bar) => [bar, bar.parentElement ?? bar].map((one) => getComputedStyle(one).backgroundColor));
    expect(colours[0]).not.toBe(colours[1]);
    await page.emulateMedia({ forcedColors: 'none' });
    const result = strip(page).getByText('Résultat du vote : question 7');
    // The choice is gone, and what has come of it has the focus.
    await expect.poll(() => result.evaluate((summary) => summary === document.activeElement)).toBe(true);
    await page.reload();
    await result.waitFor();
    expect(await strip(page).locator('.vote-bar').first().isVisible()).toBe(false);
    await lead({ do: 'ask-again' });
    await radios.nth(2).check();
    expect(await strip(page).locator('.vote-bar').first().isVisible()).toBe(false);
    await lead({ do: 'tally' });
    await strip(page).getByText('(votre vote : tour 2)').waitFor();
    expect(await strip(page).getByText('(votre vote : tour 1)').isVisible()).toBe(true);
    await lead({ do: 'note', text: 'À demain' });
    await strip(page).getByText('À demain').waitFor();
    expect(await violations(page)).toEqual([]);
    await lead({ do: 'end' });
    await strip(page).getByText('La séance est terminée').waitFor();
    for (const past of ['À demain', 'Résultat du vote', 'présent'])
      expect([past, await strip(page).getByText(past).count()]).toEqual([past, 0]);
    ada.expectCalm();
  }, 180_000);

  test('says that the line is down, and of nobody that he is there', async () => {
    const { led } = await startLed();
    const ada = await join(led, 'Ada');
    await join(led, 'Bob');
    await expect.poll(() => stripText(ada.page)).toContain('droite Bobprésent');
    await led.server.stop();
    await strip(ada.page).getByText('La classe ne répond plus. Nouvel essai…').waitFor();
    expect(await stripText(ada.page)).toMatch(/droite Bob(?!présent|absent)/);
  }, 180_000);

  test('says what is wrong where it was typed, and keeps the code of the address until one has joined', async () => {
    const { led } = await startLed();
    const { page } = await openPage(`${led.server.url}classe/#code=${led.code}`);
    const code = page.getByLabel('Code de la classe');
    const key = page.getByLabel('Clé de ma place');
    const go = page.getByRole('button', { name: 'Rejoindre la classe' });
    const back = page.getByRole('button', { name: 'Reprendre ma place' });
    /** What is said of the field that has the focus. */
    const said = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        if (at?.getAttribute('aria-invalid') !== 'true') return undefined;
        const ids = at.getAttribute('aria-describedby')?.split(' ') ?? [];
        const texts = ids.map((id) => document.getElementById(id)?.textContent);
        return [at.getAttribute('name'), ...texts].join(' ').replace(/\s/g, ' ');
      });
    await page.getByLabel('Pseudonyme', { exact: true }).fill('Ada');
    await page.reload();
    expect(new URL(page.url()).hash).toBe('');
    await expect.poll(() => code.inputValue()).toBe(led.code);
    for (const short of ['', 'abc']) {
      await code.fill(short);
      await go.click();
      await expect.poll(said).toMatch(/^code Un code a neuf lettres ou chiffres/);
    }
    await code.fill('aaa-aaa-aaa');
    await go.click();
    await expect.poll(said).toMatch(/^code La classe ne connaît pas ce code/);
    await page.getByText('J’ai déjà une place, sur un autre navigateur').click();
    await back.click();
    await expect.poll(said).toMatch(/^key Une clé a 41 caractères/);
    await key.fill(`abcdefgh.${'0'.repeat(32)}`);
    await back.click();
    await expect.poll(said).toMatch(/^key La classe ne connaît pas cette clé/);
    expect(await page.getByText('La classe ne connaît pas ce code').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await code.fill(led.code);
    await page.getByLabel('Pseudonyme', { exact: true }).fill('serveur');
    await go.click();
    await expect.poll(said).toMatch(/^pseudonym Un pseudonyme a 1 à 24 lettres/);
    await page.getByLabel('Pseudonyme', { exact: true }).fill('Ada');
    await go.click();
    await page.getByRole('heading', { name: 'Vous êtes dans la classe, Ada' }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(led.code);
    // The key of the seat is copied, where the browser lets it be.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('Reprendre cette place sur un autre navigateur').click();
    await page.getByRole('button', { name: 'Copier la clé' }).click();
    await page.getByText('Clé copiée.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator('.class-key').textContent(),
    );
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.getByRole('button', { name: 'Copier la clé' }).click();
    await page.getByText('La clé est sélectionnée').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toBe(
      await page.locator('.class-key').textContent(),
    );
  }, 180_000);

  test('hides nothing that an import asks behind what the class says', async () => {
    const { led, lead } = await startLed();
    const ada = await goIn(led, 'Ada', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    const { page } = ada;
    await lead({ do: 'note', text: 'Relisez la question 7, puis la question 10.' });
    await page.goto(`${led.server.url}copie/`);
    const answers = Array.from(
      { length: 16 },
      (_, i) => `## Question ${i + 1}\n\n${'Un mot.\n\n'.repeat(9)}`,
    );
    await page.locator('.sheet-import input').setInputFiles({
      name: 'ANSWERS.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(answers.join('\n')),
    });
    await page.locator('[data-class-alert]').waitFor();
    const cancel = page.locator('[data-import]').getByRole('button', { name: 'Renoncer' });
    await cancel.waitFor();
    const isOnTop = () =>
      cancel.evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === button;
      });
    await expect.poll(isOnTop).toBe(true);
    await expect.poll(() => page.locator('[data-class-alert]').isVisible()).toBe(true);
    await cancel.click();
    await expect.poll(() => cancel.count()).toBe(0);
    ada.expectCalm();
  }, 180_000);

  test('moves a student with the conversation’s window open, and lets one work alone for a while', async () => {
    const { led, lead, rooms } = await startLed();
    const ada = await join(led, 'Ada');
    const bob = await join(led, 'Bob');
    for (const { page } of [ada, bob]) await goToBench(led, page);
    const onRelay = (page: Page) => expect.poll(() => bench(page).locator('.relay-note').textContent());
    await onRelay(ada.page).toBe('relais de la classe');
    const alone = strip(ada.page).getByRole('button', { name: 'Travailler seul, dans cette page' });
    await alone.click();
    await onRelay(ada.page).toBe('relais dans cette page');
    await peer(ada.page, 'gauche').send('pour moi seule');
    await peer(ada.page, 'droite').expectLast('pour moi seule');
    expect(await stripText(ada.page)).toMatch(/Salle 1 vous êtes gauche/);
    await alone.click();
    await onRelay(ada.page).toBe('relais de la classe');
    await seesNeighbour(ada.page);
    await peer(ada.page, 'gauche').send('pour nous deux');
    await peer(bob.page, 'droite').expectLast('pour nous deux');
    expect(await peer(bob.page, 'droite').shown()).not.toContain('pour moi seule');

    const [first] = await rooms();
    const seat = first?.seats.find(({ pseudonym }) => pseudonym === 'Bob')?.id;
    await lead({ do: 'move', seat, chair: 'serveur' });
    await expect.poll(() => stripText(bob.page)).toMatch(/Salle 2 vous êtes le serveur/);
    await expect.poll(() => stripText(ada.page)).toContain('Personne d’autre dans cette salle');
    await bob.page.getByText('Vous êtes le serveur').first().waitFor();
    await lead({ do: 'move', seat, room: first?.room, chair: 'droite' });
    await expect.poll(() => stripText(bob.page)).toMatch(/Salle 1 vous êtes droite/);
    await seesNeighbour(ada.page);
    await peer(ada.page, 'gauche').send('te revoilà');
    await peer(bob.page, 'droite').expectLast('te revoilà');
    ada.expectCalm();
    bob.expectCalm();
  }, 180_000);

  test('keeps the notebook of whoever agrees, gives it back on another browser, and erases all of it', async () => {
    const { led, lead } = await startLed();
    const ada = await join(led, 'Ada');
    await lead({ do: 'keep-notebooks', kept: true });
    await strip(ada.page).getByRole('button', { name: 'Oui, en garder une copie' }).click();
    const isKept = ada.page.getByLabel('Le serveur de la classe garde une copie de mon cahier');
    await expect.poll(() => isKept.isChecked()).toBe(true);
    await ada.page.getByText('Reprendre cette place sur un autre navigateur').click();
    const key = (await ada.page.locator('.class-key').textContent()) ?? '';
    await ada.page.goto(`${led.server.url}questions/1/`);
    await ada.page.locator('[data-answer="1"] textarea').fill('Une étoile autour du serveur.');
    const kept = () =>
      fetch(`${led.server.url}class/notebook`, { headers: { Authorization: `Bearer ${key}` } });
    await expect.poll(async () => (await kept()).text()).toContain('Une étoile autour du serveur.');

    const other = await openPage(`${led.server.url}classe/`);
    await other.page.getByText('J’ai déjà une place, sur un autre navigateur').click();
    await other.page.getByLabel('Clé de ma place').fill(key);
    await other.page.getByRole('button', { name: 'Reprendre ma place' }).click();
    await other.page.getByRole('heading', { name: 'Vous êtes dans la classe, Ada' }).waitFor();
    await other.page.goto(`${led.server.url}copie/`);
    await other.page.getByRole('button', { name: 'Voir ce qu’elle apporterait' }).click();
    await other.page.getByRole('button', { name: 'Fusionner' }).click();
    await other.page.getByText('La copie importée est fusionnée avec la vôtre.').waitFor();
    await other.page.goto(`${led.server.url}questions/1/`);
    const box = other.page.locator('[data-answer="1"] textarea');
    await expect.poll(() => box.inputValue()).toBe('Une étoile autour du serveur.');

    await other.page.goto(`${led.server.url}classe/`);
    await other.page.getByText('Quitter la classe').click();
    await other.page.getByRole('button', { name: 'Effacer ce que le serveur garde de moi' }).click();
    await other.page.getByRole('dialog').getByRole('button', { name: 'Effacer', exact: true }).click();
    await other.page.getByRole('button', { name: 'Rejoindre la classe' }).waitFor();
    expect((await kept()).status).toBe(401);
    await strip(ada.page).getByText('Votre place dans cette classe n’existe plus.').waitFor();
    await expect
      .poll(() => ada.page.locator('[data-answer="1"] textarea').inputValue())
      .toBe('Une étoile autour du serveur.');
    other.expectCalm();
  }, 180_000);

  test.each([
    ['light', 320],
    ['dark', 390],
    ['dark', 1440],
  ] as const)(
    'is there for everybody: %s, %i px',
    async (colorScheme, width) => {
      const { led, lead } = await startLed();
      const look = { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' } as const;
      const stranger = await openPage(`${led.server.url}classe/#code=${led.code}`, look);
      await stranger.page.getByRole('heading', { name: 'Avant de rejoindre' }).waitFor();
      const ada = await goIn(led, 'Ada', look);
      await lead({ do: 'keep-notebooks', kept: true });
      await lead({ do: 'ask', question: 7, options: 3 });
      await lead({ do: 'note', text: 'Relisez la question 7, puis la question 10.' });
      await strip(ada.page).getByText('Relisez').waitFor();
      const check = async (page: Page) => {
        expect(await violations(page)).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([page.url(), over]).toEqual([page.url(), 0]);
      };
      await check(stranger.page);
      await check(ada.page);
      await goToBench(led, ada.page);
      await strip(ada.page).getByText('Relisez').waitFor();
      await check(ada.page);
      ada.expectCalm();
    },
    180_000,
  );
});
