// The reader in the server's chair, in a real browser: what one can do to a message, and what each stage makes of it.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { bench, expectReady, openPage, peer, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

/** A question's page, with the reader in the server's chair. */
async function sitDown(question: number, path = '') {
  const watched = await openPage(`${server.url}questions/${question}/${path}`);
  const { page } = watched;
  await expectReady(page);
  await page.getByRole('button', { name: 'Prendre la place du serveur' }).click();
  const chair = bench(page).locator('[data-console]');
  await chair.waitFor();
  const journal = () => chair.locator('.mallory-journal li').allTextContents();
  return { ...watched, chair, journal, gauche: peer(page, 'gauche'), droite: peer(page, 'droite') };
}

describe('at stage hazmat', () => {
  test('"rdv 14h" becomes "rdv 18h" on droite’s screen, and nobody notices', async () => {
    const { chair, gauche, droite, journal, expectCalm } = await sitDown(7);
    await chair
      .getByLabel('De lui-même, le relais')
      .selectOption({ label: 'retient tout, et attend vos ordres' });
    await gauche.send('rdv 14h');
    await chair.getByRole('button', { name: 'Modifier' }).click();
    expect(await droite.shown()).toEqual([]);
    await chair.getByLabel('À partir de l’octet n°').fill('6');
    await chair.getByLabel('Texte supposé').fill('4');
    await chair.getByLabel('Texte voulu').fill('8');
    await chair.getByRole('button', { name: 'Appliquer le XOR' }).click();
    await chair.getByRole('button', { name: 'Remettre' }).click();
    await droite.expectLast('rdv 18h');
    expect(await gauche.shown()).toEqual(['rdv 14h']);
    expect((await journal())[0]).toMatch(/transmis, octets modifiés → droite/);
    expectCalm();
  });
});

describe('at stage Fernet', () => {
  test('a changed byte is refused, a copy is not', async () => {
    const { chair, gauche, droite } = await sitDown(10);
    await gauche.send('OK, vire 100 €');
    await droite.expectLast('OK, vire 100 €');
    await droite.root.locator('.follow').last().click();
    await chair.getByLabel('Nombre de fois').fill('3');
    await chair.getByRole('button', { name: 'Remettre' }).click();
    await expect.poll(droite.shown).toEqual(Array(4).fill('OK, vire 100 €'));
    await chair.getByLabel('Nombre de fois').fill('1');
    const bytes = chair.getByRole('textbox', { name: /hexadécimal/ });
    const hex = await bytes.inputValue();
    await bytes.fill(`${hex.slice(0, -2)}${hex.endsWith('00') ? '01' : '00'}`);
    await chair.getByRole('button', { name: 'Remettre' }).click();
    await droite.expectLast(/^InvalidToken/);
    await bytes.fill('pas des octets');
    await chair.getByText('Ce ne sont pas des octets').waitFor();
    expect(await chair.getByRole('button', { name: 'Remettre' }).isDisabled()).toBe(true);
    await chair.getByRole('button', { name: 'Rétablir' }).click();
    expect(await bytes.inputValue()).toBe(hex);
  });

  test('a message comes back to its author, and under another’s name', async () => {
    const { chair, gauche, droite, journal } = await sitDown(10);
    await gauche.send('oui');
    await droite.expectLast('oui');
    await droite.root.locator('.follow').last().click();
    await chair.getByRole('combobox', { name: 'Pour' }).selectOption('gauche');
    await chair.getByLabel('Nom sur l’enveloppe').fill('droite');
    await chair.getByRole('button', { name: 'Remettre' }).click();
    await expect.poll(gauche.shown).toEqual(['oui', 'oui']);
    expect((await journal())[0]).toMatch(/rejoué, nom changé, renvoyé à son auteur → gauche/);
  });
});

test('the chair goes on from page to page, and starting again mends everything', async () => {
  const { page, chair, gauche, droite } = await sitDown(1);
  await chair.getByLabel('De lui-même, le relais').selectOption({ label: 'supprime un message sur deux' });
  await gauche.send('un');
  await gauche.send('deux');
  await gauche.send('trois');
  await expect.poll(droite.shown).toEqual(['un', 'trois']);
  await page.goto(`${server.url}questions/2/`);
  await expectReady(page);
  await expect.poll(() => chair.getByLabel('De lui-même, le relais').inputValue()).toBe('2');
  await page.getByRole('button', { name: 'Recommencer' }).click();
  await page.getByRole('button', { name: 'Prendre la place du serveur' }).waitFor();
  for (const text of ['a', 'b', 'c']) await gauche.send(text);
  await expect.poll(droite.shown).toEqual(['a', 'b', 'c']);
});

test('works over the server’s relay as well, one operator at a time', async () => {
  const { chair, gauche, page } = await sitDown(7, '#room=console&peer=gauche');
  const other = await openPage(`${server.url}questions/7/#room=console&peer=droite`);
  await expectReady(other.page);
  await other.page.getByRole('button', { name: 'Prendre la place du serveur' }).click();
  await other.page.getByText('Quelqu’un d’autre tient déjà le serveur').waitFor();
  await chair
    .getByLabel('De lui-même, le relais')
    .selectOption({ label: 'retient tout, et attend vos ordres' });
  await gauche.send('à travers le serveur');
  await chair.getByRole('button', { name: 'Transmettre' }).click();
  await peer(other.page, 'droite').expectLast('à travers le serveur');
  await page.getByRole('button', { name: 'Redevenir honnête' }).click();
  await gauche.send('sans entrave');
  await peer(other.page, 'droite').expectLast('sans entrave');
});
