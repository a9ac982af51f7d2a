// The reader in the server's chair, in a real browser: what one can do to a message, and what each stage makes of it.
import type { Locator, Page } from 'playwright';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import {
  bench,
  chooseStage,
  expectLine,
  expectReady,
  openPage,
  peer,
  plainSpaces,
  startServer,
  type WatchedPage,
} from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

let opened: WatchedPage[] = [];
afterEach(async () => {
  await Promise.all(opened.map(({ page }) => page.context().close()));
  opened = [];
});

/** A page that is closed with its test: they are many, and each has a clock that ticks. */
async function open(...how: Parameters<typeof openPage>): Promise<WatchedPage> {
  const watched = await openPage(...how);
  opened.push(watched);
  return watched;
}

const chairOf = (page: Page) => bench(page).locator('[data-console]');

/** What can be done from a chair, in the reader's words. */
function chairParts(chair: Locator) {
  const forge = chair.locator('.forge');
  return {
    chair,
    forge,
    /** the hexadecimal of a part of the message in hand */
    hex: (part: string) => forge.getByRole('textbox', { name: `${part}, en hexadécimal` }),
    handOut: () => forge.getByRole('button', { name: /^Remettre/ }).click(),
    journal: async () =>
      (await chair.locator('.mallory-journal li > span:last-child').allTextContents()).map(plainSpaces),
    rows: async () => (await chair.locator('.seen').allTextContents()).map(plainSpaces),
    row: (seq: number) => chair.locator('.seen', { hasText: new RegExp(`^n°\\s${seq}\\D`) }),
    async rule(act: string, words: Readonly<Record<string, string>> = {}) {
      await chair.getByLabel('De lui-même, le relais').selectOption(act);
      for (const [label, value] of Object.entries(words)) {
        const form = chair.locator('.rule');
        const list = form.getByRole('combobox', { name: label, exact: true });
        if ((await list.count()) > 0) await list.selectOption(value);
        else await form.getByLabel(label, { exact: true }).fill(value);
      }
      await chair.getByRole('button', { name: 'Appliquer', exact: true }).click();
    },
  };
}

/** A question's page, with the reader in the server's chair. */
async function sitDown(question: number, path = '', options: Parameters<typeof openPage>[1] = {}) {
  const watched = await open(`${server.url}questions/${question}/${path}`, options);
  const { page } = watched;
  await expectReady(page);
  await page.getByRole('button', { name: 'Prendre la place du serveur', exact: true }).click();
  const chair = chairOf(page);
  await chair.waitFor();
  return {
    ...watched,
    ...chairParts(chair),
    gauche: peer(page, 'gauche'),
    droite: peer(page, 'droite'),
  };
}

describe('at stage hazmat', () => {
  test('"rdv 14h" becomes "rdv 18h" on droite’s screen, and nobody notices', async () => {
    const { chair, forge, gauche, droite, journal, rule, handOut, expectCalm } = await sitDown(7);
    await rule('hold');
    await gauche.send('rdv 14h');
    await chair.getByRole('button', { name: 'Modifier le message n° 1' }).click();
    expect(await droite.shown()).toEqual([]);
    await forge.getByLabel('À partir de l’octet n°').fill('6');
    await forge.getByLabel('Texte supposé').fill('4');
    await forge.getByLabel('Texte voulu').fill('8');
    await forge.getByRole('button', { name: 'Appliquer le XOR' }).click();
    expect(await forge.locator('.field-ciphertext mark').allTextContents()).toHaveLength(1);
    await forge.locator('.field-ciphertext').getByText('modifié').waitFor();
    await handOut();
    await droite.expectLast('rdv 18h');
    expect(await gauche.shown()).toEqual(['rdv 14h']);
    expect((await journal()).at(-1)).toBe('transmis, octets modifiés → droite');
    expectCalm();
  });

  test('a pair with nothing in it is refused for what it lacks', async () => {
    const { page, hex, gauche, droite, row, handOut } = await sitDown(7);
    await gauche.send('oui');
    await row(1).click();
    for (const part of ['Bloc compteur', 'Chiffré']) await hex(part).fill('');
    await handOut();
    await droite.expectLast(/^Illisible.*pas de chiffré/);
    await page.locator('.way').getByText('il n’y a pas de chiffré, donc ni texte ni remplissage').waitFor();
  });

  test('a text that is known is replaced by any other, and the base64 can be typed over', async () => {
    const { forge, gauche, droite, row, handOut } = await sitDown(7);
    await gauche.send('rdv 14h');
    await droite.expectLast('rdv 14h');
    await row(1).click();
    await forge.getByText('Vous connaissez tout le texte ?').click();
    await forge.getByLabel('Le texte entier').fill('rdv 15 heures, au café');
    await forge.getByLabel('Un autre texte').fill('je ne viens pas');
    await forge.getByText('Le premier doit être le texte entier').waitFor();
    await forge.getByLabel('Le texte entier').fill('rdv 14h');
    await forge.getByRole('button', { name: 'Remplacer' }).click();
    await handOut();
    await droite.expectLast('je ne viens pas');

    await forge.getByText('Le même message en base64').click();
    const base64 = forge.getByRole('textbox', { name: 'En base64' });
    const [counterBlock] = (await base64.inputValue()).split('\n');
    await base64.fill(`${counterBlock}\nAAE`);
    await forge.getByText('Il faut deux lignes de base64').waitFor();
    expect(await forge.getByRole('button', { name: /^Remettre/ }).isDisabled()).toBe(true);
    await base64.fill(`${counterBlock}\n`);
    await handOut(); // an empty ciphertext, which nobody can unpad
    await droite.expectLast(/^Illisible/);
  });
});

describe('at stage Fernet', () => {
  test('a changed byte is refused, a copy is not', async () => {
    const { chair, forge, hex, gauche, droite, handOut } = await sitDown(10);
    await gauche.send('OK, vire 100 €');
    await droite.expectLast('OK, vire 100 €');
    await droite.root.locator('.follow').last().click();
    await forge.getByLabel('Nombre de fois').fill('3');
    await handOut();
    await expect.poll(droite.shown).toEqual(Array(4).fill('OK, vire 100 €'));
    await forge.getByLabel('Nombre de fois').fill('1');
    for (const part of ['Version', 'Horodatage', 'IV', 'Chiffré', 'HMAC']) {
      const whole = await hex(part).inputValue();
      await hex(part).fill(`${whole.slice(0, -2)}${whole.endsWith('00') ? '01' : '00'}`);
      await handOut();
      await droite.expectLast(/^InvalidToken/);
      await forge.getByRole('button', { name: 'Rétablir' }).click();
      expect(await hex(part).inputValue()).toBe(whole);
    }
    await hex('IV').fill('pas des octets');
    await chair.getByText('Ce ne sont pas des octets').waitFor();
    expect(await forge.getByRole('button', { name: /^Remettre/ }).isDisabled()).toBe(true);
    await forge.getByRole('button', { name: 'Rétablir' }).click();
    await handOut();
    await droite.expectLast('OK, vire 100 €');
  });

  test('a token that is no base64 any more leaves, and its reader says what is wrong with it', async () => {
    const { page, forge, gauche, droite, row, handOut } = await sitDown(10);
    await gauche.send('oui');
    await row(1).click();
    const token = forge.getByRole('textbox', { name: 'Le jeton' });
    const text = await token.inputValue();
    expect(text).toMatch(/^gAAAAA/);
    await token.fill(`${text.slice(0, -1)}!`);
    await forge.locator('.field-unreadable').waitFor();
    await handOut();
    await droite.expectLast(/^InvalidToken/);
    const failed = page.locator('.inspector .check-failed');
    expect(plainSpaces((await failed.textContent()) ?? '')).toContain('Le jeton est du base64url strict');
    await token.fill('');
    await handOut();
    await expect.poll(async () => (await droite.shown()).length).toBe(3);
  });

  test('at one press a message comes back to its author, under another’s name, or thrice', async () => {
    const { chair, forge, gauche, droite, row, journal } = await sitDown(10);
    await gauche.send('oui');
    await droite.expectLast('oui');
    await row(1).click();
    await forge.getByRole('button', { name: 'Renvoyer à son auteur le message n° 1' }).click();
    await expect.poll(gauche.shown).toEqual(['oui', 'oui']);
    expect(await gauche.root.locator('.say-from').allTextContents()).toEqual(['de gauche']);
    await forge.getByRole('button', { name: 'Au nom de droite, remettre le message n° 1' }).click();
    await expect.poll(droite.shown).toEqual(['oui', 'oui']);
    expect(await droite.root.locator('.say-from').allTextContents()).toEqual(['de droite']);
    await forge.getByRole('button', { name: '3 fois le message n° 1' }).click();
    await expect.poll(async () => (await droite.shown()).length).toBe(5);
    expect(await journal()).toEqual([
      'rejoué, renvoyé à son auteur → gauche',
      'rejoué, nom changé, au nom de droite → droite',
      ...Array(3).fill('rejoué → droite'),
    ]);
    await forge.getByLabel('Nom sur l’enveloppe').fill('paul\u202e');
    await forge.getByRole('button', { name: /^Remettre/ }).click();
    await chair.getByText('Le relais refuse ce nom').waitFor();
  });

  test('a message of an earlier stage is replayed in vain', async () => {
    const { page, forge, gauche, droite, row, rows } = await sitDown(2);
    await gauche.send('en clair');
    await droite.expectLast('en clair');
    await chooseStage(page, 'Fernet');
    await row(1).click();
    await forge.getByRole('button', { name: 'Rejouer le message n° 1' }).click();
    await droite.expectLast(/^InvalidToken/);
    expect((await rows())[0]).toMatch(/n° 1\s*gauche\s*En clair\s*en clair/);
  });
});

describe('in clear', () => {
  test('a rule changes bytes of messages from one sender, and ends by itself', async () => {
    const { chair, gauche, droite, journal, rule } = await sitDown(2);
    await rule('tamper', {
      'Dès l’octet n°': '6',
      'Masque XOR': '0c',
      'Messages de': 'gauche',
      Pendant: 'messages',
      Messages: '1',
    });
    await chair.getByText('En ce moment, il applique le XOR 0c').waitFor();
    await droite.send('rdv 14h ?');
    await gauche.expectLast('rdv 14h ?');
    await gauche.send('rdv 14h');
    await droite.expectLast('rdv 18h');
    await gauche.send('rdv 14h');
    await droite.expectLast('rdv 14h');
    await chair.getByText('En ce moment, il transmet tout').waitFor();
    expect(await journal()).toEqual([
      'de lui-même, le relais applique le XOR 0c aux messages, à partir de l’octet n° 6, quand ils viennent de gauche, une seule fois',
      'octets modifiés → droite',
      'la règle est arrivée à son terme',
    ]);
  });

  test('a rule that is filled in wrong is not applied', async () => {
    const { chair, rule } = await sitDown(2);
    await rule('tamper', { 'Masque XOR': 'pas du hexa' });
    expect(
      await chair.getByLabel('Masque XOR').evaluate((input: HTMLInputElement) => input.validity.valid),
    ).toBe(false);
    await chair.getByText('En ce moment, il transmet tout').waitFor();
  });

  test('held messages leave in reverse, those that are chosen or all, and none is lost', async () => {
    const { chair, gauche, droite, rule, rows } = await sitDown(2);
    await rule('hold');
    for (const text of ['un', 'deux', 'trois', 'quatre']) await gauche.send(text);
    await expect.poll(async () => (await rows()).filter((row) => row.endsWith('retenu')).length).toBe(4);
    const reverse = chair.getByRole('button', { name: 'Transmettre en ordre inverse' });
    expect(await reverse.isDisabled()).toBe(true);
    for (const seq of [1, 3]) await chair.getByLabel(`Inverser le message n° ${seq}`).check();
    await reverse.click();
    await expect.poll(droite.shown).toEqual(['trois', 'un']);
    await reverse.click(); // of two there is nothing to choose
    await expect.poll(droite.shown).toEqual(['trois', 'un', 'quatre', 'deux']);
    await gauche.send('cinq');
    await gauche.send('six');
    await chair.getByRole('button', { name: 'Tout transmettre' }).click();
    await expect.poll(async () => (await droite.shown()).slice(4)).toEqual(['cinq', 'six']);
  });

  test('what waits is seen, and can be given up', async () => {
    const { chair, forge, gauche, droite, row, journal, handOut } = await sitDown(2);
    await gauche.send('un');
    await row(1).click();
    await forge.getByRole('button', { name: 'Dans 10 s, remettre le message n° 1' }).click();
    const waiting = chair.getByRole('list', { name: 'Ce qui attend son heure' });
    await waiting.getByText(/n°\s1 part à \d\d:\d\d:\d\d$/).waitFor();
    await waiting.getByRole('button', { name: 'Annuler' }).click();
    await waiting.waitFor({ state: 'detached' });
    await forge.getByLabel('Nom sur l’enveloppe').fill('paul');
    await forge.getByLabel('Dans (secondes)').fill('60');
    await handOut();
    await waiting.getByText(/n°\s1, modifié, part à/).waitFor();
    await waiting.getByRole('button', { name: 'Annuler' }).click();
    await forge.getByLabel('Nom sur l’enveloppe').fill('gauche');
    await forge.getByLabel('Dans (secondes)').fill('1');
    await forge.getByLabel('Nombre de fois').fill('2');
    await handOut();
    await expect.poll(droite.shown).toEqual(['un', 'un', 'un']);
    expect(await journal()).toEqual([
      'sera remis dans 10 s',
      'remise annulée',
      'sera remis dans 60 s, nom changé, au nom de paul',
      'remise annulée',
      'sera remis 2 fois, toutes les 1 s',
      'rejoué → droite',
      'rejoué → droite',
    ]);
  });

  test('whoever gets up is told what will not leave any more, and finds it in the journal', async () => {
    const { chair, forge, gauche, row, journal, page, handOut } = await sitDown(2);
    await gauche.send('un');
    await row(1).click();
    await forge.getByLabel('Dans (secondes)').fill('30');
    await forge.getByLabel('Nombre de fois').fill('2');
    await handOut();
    await chair.getByRole('list', { name: 'Ce qui attend son heure' }).waitFor();
    await chair.getByRole('button', { name: 'Redevenir honnête' }).click();
    const told = bench(page).getByText(/Remises qui attendaient leur heure\s: 2\./);
    await told.waitFor();
    await page.getByRole('button', { name: 'Prendre la place du serveur', exact: true }).click();
    await expect
      .poll(journal)
      .toEqual(['sera remis 2 fois, toutes les 30 s', 'redevenu honnête', 'copies en attente oubliées : 2']);
    expect(await told.count()).toBe(0);
    await chair.getByRole('button', { name: 'Redevenir honnête' }).click();
    await chair.waitFor({ state: 'detached' });
    expect(await told.count()).toBe(0); // nothing waited this time
  });

  test('a message of one’s own is a text, bytes, a pair, or a copy', async () => {
    const { page, chair, forge, hex, gauche, droite, row, handOut } = await sitDown(2);
    await chair.getByRole('button', { name: 'Inventer un message' }).click();
    await forge.getByRole('textbox', { name: 'Le texte' }).fill('été');
    expect(await hex('Ses octets').inputValue()).toBe('c3 a9 74 c3 a9');
    await handOut();
    await droite.expectLast('été');
    await hex('Ses octets').fill('c3 a9 74 c3');
    await forge.getByText('ils ne font pas un texte en UTF-8').waitFor();
    await hex('Ses octets').fill('');
    await forge.getByLabel('Nom sur l’enveloppe').fill('banque');
    await handOut();
    await droite.expectLast('(vide)');
    expect(await droite.root.locator('.say-from').allTextContents()).toEqual(['de banque']);
    await forge.getByLabel('paire d’octets').check();
    await hex('Chiffré').fill('0102');
    await handOut();
    await droite.expectLast(/^Ce n’est pas un texte/);
    await forge.getByLabel('octets', { exact: true }).check();
    await hex('Octets').fill('00 ff');
    await handOut();
    await expect.poll(async () => (await droite.shown()).length).toBe(4);

    await gauche.send('à copier');
    await row(5).click();
    await forge.getByRole('button', { name: 'Copier' }).click();
    const text = forge.getByRole('textbox', { name: 'Le texte' });
    expect(await text.inputValue()).toBe('à copier');
    await text.fill('copié, puis changé');
    await forge.getByLabel('Pour').selectOption('gauche');
    await handOut();
    await expect.poll(gauche.shown).toContain('copié, puis changé');
    await expectLine(page, 'INFO:ChatServer:message send to gauche');
  });

  test('what a frame cannot hold is said, and nothing is lost', async () => {
    const { chair, forge, gauche, droite, row, handOut } = await sitDown(2);
    const long = 'x'.repeat(65_000);
    await gauche.send(long);
    await droite.expectLast(long);
    await row(1).click();
    const text = forge.getByRole('textbox', { name: 'Le texte' });
    await text.fill('y'.repeat(65_500));
    await handOut();
    await chair.getByText('Trop long pour une trame de 64 Kio').waitFor();
    expect(await text.inputValue()).toHaveLength(65_500);
    await text.fill('y'.repeat(65_400));
    await handOut();
    await droite.expectLast(/^y+$/);
    expect(await chair.getByText('Trop long pour une trame').count()).toBe(0);
    await gauche.send('la ligne tient');
    await droite.expectLast('la ligne tient');
  });
});

test('a line of a message that the page has forgotten says so, and where the relay remembers it', async () => {
  const { page, chair, gauche, droite, row } = await sitDown(2);
  for (let i = 0; i < 6; i++) {
    await gauche.send(`${i}${'x'.repeat(60_000)}`);
    await droite.expectLast(new RegExp(`^${i}x+$`));
  }
  const inspector = bench(page).locator('.inspector');
  const lines = page.locator('[data-log] button', { hasText: 'message send to droite' });
  await lines.first().click();
  await expect
    .poll(async () => plainSpaces((await inspector.locator('p').last().textContent()) ?? ''))
    .toMatch(/^Elle parle du message n° 1, .* les 200 derniers .* choisissez-le dans la liste/);
  await row(1).click();
  await inspector.getByRole('heading', { name: /^Message n°\s1$/ }).waitFor();
  await chair.getByRole('button', { name: 'Redevenir honnête' }).click();
  await page.getByRole('button', { name: /Register a new user droite/ }).click();
  await inspector.getByText('Elle ne parle d’aucun message').waitFor();
});

test('the chair comes without its looks where its style sheet cannot be fetched', async () => {
  const watched = await open(`${server.url}questions/7/`);
  await watched.page.route('**/Console*.css', (route) => route.abort());
  await expectReady(watched.page);
  await watched.page.getByRole('button', { name: 'Prendre la place du serveur', exact: true }).click();
  await chairOf(watched.page).waitFor();
});

test('the chair goes on from page to page, and starting again mends everything', async () => {
  const { page, chair, gauche, droite, rule } = await sitDown(1);
  await rule('drop', { 'Un message sur': '2' });
  await gauche.send('un');
  await gauche.send('deux');
  await gauche.send('trois');
  await expect.poll(droite.shown).toEqual(['un', 'trois']);
  await page.goto(`${server.url}questions/2/`);
  await expectReady(page);
  await chair.getByText('En ce moment, il supprime les messages, un sur 2.').waitFor();
  await chair.getByRole('button', { name: 'Modifier' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Recommencer' }).click();
  await page.getByRole('button', { name: 'Prendre la place du serveur', exact: true }).waitFor();
  for (const text of ['a', 'b', 'c']) await gauche.send(text);
  await expect.poll(droite.shown).toEqual(['a', 'b', 'c']);
});

describe('in a room of a server’s relay', () => {
  let room: string;
  beforeAll(async () => {
    const server = await startServer([], { ANSWERS: 'open' });
    room = `${server.url}questions/7/#room=console&peer=`;
  }, 120_000);

  test('a third page is nothing but the server of two others', async () => {
    const gauche = await open(`${room}gauche`);
    const droite = await open(`${room}droite`);
    await expectReady(gauche.page);
    await expectReady(droite.page);
    const link = gauche.page.getByRole('link', { name: 'Lien pour le serveur' });
    const href = await link.evaluate((element: HTMLAnchorElement) => element.href);
    expect(href).toBe(`${room}serveur`);

    const third = await open(href);
    await expectReady(third.page);
    const { chair, forge, row, rows, rule, journal, handOut } = chairParts(chairOf(third.page));
    await chair.waitFor();
    for (const name of ['gauche', 'droite'] as const)
      await peer(third.page, name).root.getByText(`${name} est là, dans une autre page.`).waitFor();
    await rule('hold');
    await peer(gauche.page, 'gauche').send('rdv 14h');
    await expectLine(third.page, /^INFO:ChatServer:gauche send message : \(/);
    await expect.poll(rows).toHaveLength(1);
    await row(1).click();
    await third.page.locator('.inspector .field-ciphertext').waitFor();
    await forge.getByLabel('À partir de l’octet n°').fill('6');
    await forge.getByLabel('Texte supposé').fill('4');
    await forge.getByLabel('Texte voulu').fill('8');
    await forge.getByRole('button', { name: 'Appliquer le XOR' }).click();
    await handOut();
    await peer(droite.page, 'droite').expectLast('rdv 18h');
    expect((await journal()).at(-1)).toBe('transmis, octets modifiés → droite');
    expect(await gauche.page.locator('[data-console]').count()).toBe(0); // no peer sees the journal

    // A press on what the log says of the altered message shows the one that it was made of.
    await third.page.locator('.inspector').getByRole('button', { name: 'Fermer' }).click();
    await bench(third.page).locator('[data-log] button', { hasText: 'message send to droite' }).click();
    expect(await row(1).getAttribute('aria-pressed')).toBe('true');

    await third.page.reload();
    await expectReady(third.page);
    await chair.getByText('En ce moment, il retient les messages.').waitFor();
    await peer(droite.page, 'droite').send('oui');
    await chair.getByRole('button', { name: 'Transmettre le message n° 3' }).click();
    await peer(gauche.page, 'gauche').expectLast('oui');

    await chair.getByRole('button', { name: 'Quitter ce salon' }).click();
    await peer(third.page, 'gauche').box.waitFor(); // a lone page again, in a room of its own
    await peer(gauche.page, 'gauche').send('sans entrave');
    await peer(droite.page, 'droite').expectLast('sans entrave');
    for (const { expectCalm } of [gauche, droite, third]) expectCalm();
  }, 120_000);

  test('there is one operator at a time, and the next one gets the chair when it is free', async () => {
    const first = await open(`${room.replace('console', 'chaise')}gauche`);
    await expectReady(first.page);
    await first.page.getByRole('button', { name: 'Prendre la place du serveur', exact: true }).click();
    await chairOf(first.page).getByLabel('De lui-même').waitFor();
    const second = await open(room.replace('#room=console&peer=', ''));
    await expectReady(second.page);
    await second.page.getByText('Devenir le serveur d’un salon').click();
    await second.page.getByLabel('Nom du salon').fill('chaise');
    await second.page.getByRole('button', { name: 'Y prendre la place du serveur' }).click();
    await chairOf(second.page).getByText('Quelqu’un d’autre tient déjà le serveur').waitFor();
    expect(await chairOf(second.page).locator('.rule').count()).toBe(0);
    expect(await chairOf(second.page).getByText('Vous êtes le serveur').count()).toBe(0);
    await first.page.getByRole('button', { name: 'Redevenir honnête' }).click();
    await second.page.getByRole('button', { name: 'Redemander la place' }).click();
    await chairOf(second.page).getByLabel('De lui-même').waitFor();
    await peer(first.page, 'gauche').send('qui est là ?');
    await expect.poll(chairParts(chairOf(second.page)).rows).toHaveLength(1);
  }, 120_000);

  test('a delay outlives the peer that it was for, and the journal says who was there', async () => {
    const { page } = await open(`${room.replace('console', 'retard')}gauche`);
    await expectReady(page);
    await page.getByRole('button', { name: 'Tenir aussi droite ici' }).click();
    await page.getByRole('button', { name: 'Prendre la place du serveur', exact: true }).click();
    const { rule, journal } = chairParts(chairOf(page));
    await rule('delay', { 'Retard (secondes)': '2' });
    await peer(page, 'gauche').send('trop tard');
    await page.getByRole('button', { name: 'Laisser droite à quelqu’un d’autre' }).click();
    await expect.poll(journal).toContain('transmis → personne');
  }, 60_000);
});

describe('with the keyboard alone', () => {
  /** Presses Tab until the focus is on what has this name. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 150; presses++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const element = document.activeElement;
        const labels = (element as HTMLInputElement | null)?.labels; // undefined for what is no control
        return element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
      });
      if (name.test(plainSpaces(label))) return;
    }
    throw new Error(`no way to ${name} by Tab`);
  }

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

  test('a message is held, altered byte by byte and handed out, and the focus is never lost', async () => {
    const { page } = await open(`${server.url}questions/2/`);
    await expectReady(page);
    const droite = peer(page, 'droite');
    await tabTo(page, /^Écrire à droite/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('avant');
    await page.keyboard.press('Enter');
    await droite.expectLast('avant');
    await tabTo(page, /^Prendre la place du serveur$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Vous êtes le serveur');
    await tabTo(page, /^De lui-même/);
    await page.keyboard.type('retient');
    await tabTo(page, /^Appliquer$/);
    await page.keyboard.press('Enter');
    await peer(page, 'gauche').send('rdv 14h');
    await peer(page, 'gauche').send('suite');
    const { chair } = chairParts(chairOf(page));
    await chair.getByRole('heading', { name: 'Vous êtes le serveur' }).focus();
    await tabTo(page, /^Modifier le message n° 2$/);
    await page.keyboard.press('Enter');
    await expect.poll(async () => plainSpaces(await focused(page))).toBe('Que faire du message n° 2 ?');
    await tabTo(page, /^Ses octets, en hexadécimal/);
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < '72 64 76 20 31 3'.length; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await page.keyboard.type('8');
    expect(await chair.locator('.field-text mark').textContent()).toBe('38');
    await tabTo(page, /^Remettre le message n° 2$/);
    await page.keyboard.press('Enter');
    await droite.expectLast('rdv 18h');
    await chair.getByRole('heading', { name: 'Vous êtes le serveur' }).focus();
    await tabTo(page, /^Transmettre le message n° 3$/);
    await page.keyboard.press('Enter');
    await droite.expectLast('suite');
    await expect.poll(() => focused(page)).toMatch(/^n°\s3/); // the row stays where its buttons ended
    await tabTo(page, /^Redevenir honnête$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Prendre la place du serveur');
  }, 60_000);

  test('the journal is a log that says itself, and every act has the number of its message in its name', async () => {
    const { chair, gauche, rule, row } = await sitDown(7);
    await rule('hold');
    await gauche.send('rdv 14h');
    await row(1).click();
    await chair.getByRole('log', { name: 'Ce que vous avez fait' }).waitFor();
    const names = await chair
      .locator('.acts button, .decision button, .hand-out')
      .evaluateAll((buttons) =>
        buttons.map((button) => [button.getAttribute('aria-label') ?? '', button.textContent ?? '']),
      );
    expect(names.length).toBeGreaterThan(8);
    for (const [name = '', text = ''] of names) {
      expect(plainSpaces(name)).toContain('n° 1');
      expect(name.startsWith(text)).toBe(true); // who speaks what is seen reaches it
    }
  });
});

test.each([
  ['light', 390],
  ['dark', 320],
] as const)(
  'on a phone, %s, %i px wide, nothing sticks out and all is large enough to press',
  async (colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 800 } };
    const { page, chair, gauche, rule, row, hex, handOut, droite } = await sitDown(10, '', options);
    await rule('hold');
    await gauche.send('un');
    await gauche.send('deux');
    await gauche.send('trois');
    await expect.poll(() => chair.locator('.is-held').count()).toBe(3);
    await row(1).click();
    const whole = await hex('Chiffré').inputValue();
    await hex('Chiffré').fill(`00${whole.slice(2)}`);
    await chair.getByLabel('De lui-même, le relais').selectOption('tamper');
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBe(0);
    const small = await chair.locator('button, input, select, textarea, summary').evaluateAll((controls) =>
      controls
        .map((control) => ({
          name: control.getAttribute('aria-label') ?? control.textContent,
          // A small box is pressed by its label, too.
          box: (control.closest('.choice') ?? control).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
    // Behind what is typed lie the marks, in the very same lines.
    const heights = await chair.locator('.marked').evaluateAll((fields) =>
      fields.map((field) => {
        const [behind, text] = [field.children[0], field.children[1]];
        return (behind?.scrollHeight ?? 0) - (text?.scrollHeight ?? 0);
      }),
    );
    expect(heights.every((difference) => Math.abs(difference) <= 1)).toBe(true);
    await handOut();
    await droite.expectLast(/^InvalidToken/);
    await chair.getByRole('button', { name: 'Inventer un message' }).click();
    expect(await overflow()).toBe(0);
  },
);
