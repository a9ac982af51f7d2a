// Question 2, by a reader with a phrase of his own: found in two logs out of three, and at another stage in none.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('a phrase is looked for in three logs, in clear and encrypted, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/2/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 2);
  await page.getByText('La trace de son passage').click();
  await expectState('ready');

  const phrase = root.getByLabel('Votre phrase secrète');
  await phrase.fill('court');
  expect(await root.getByRole('button', { name: 'L’envoyer' }).isDisabled()).toBe(true);
  await phrase.fill('le code du casier est 4721');
  await phrase.press('Enter');
  await root.getByRole('checkbox', { name: 'Journal du serveur' }).check();
  await root.getByRole('checkbox', { name: 'Journal de gauche' }).check();
  await root.getByRole('button', { name: 'Suis-je dans le journal' }).click();
  await expectDone(1);
  const rows = async () =>
    (await root.locator('table tbody tr').allInnerTexts()).map((row) =>
      plainSpaces(row).replace(/\s+/g, ' '),
    );
  expect(await rows()).toEqual([
    'serveur inscrite 1 fois 2 fois',
    'gauche inscrite nulle part nulle part',
    'droite absente 1 fois 1 fois',
  ]);
  const logs = root.getByRole('list', { name: /^Journal d/ });
  expect(await logs.nth(1).locator('li').allTextContents()).toEqual([
    'INFO:BasicGUI:Connecting gauche@127.0.0.1:6666',
  ]);
  expect(await logs.nth(2).locator('li').last().textContent()).toBe(
    'DEBUG:GenericCallback:Received : gauche -> le code du casier est 4721',
  );
  expect(await logs.nth(0).locator('mark.is-content').allTextContents()).toEqual([
    'le code du casier est 4721',
  ]);

  await root.getByRole('radio', { name: 'Fernet' }).check();
  await root.getByRole('button', { name: 'La renvoyer' }).click();
  await root.getByRole('button', { name: 'Suis-je dans le journal' }).click();
  await expectState('reached');
  expect((await rows())[0]).toBe('serveur absente nulle part 2 fois');
  await peer(page, 'droite').expectLast('le code du casier est 4721');
  expect(await root.locator('.pins > li').count()).toBe(2);
  expect(plainSpaces((await root.locator('.pins > li').last().locator('p').textContent()) ?? '')).toBe(
    'Contenu : nulle part. Autour : gauche écrit à droite, message n° 2, de 16 à 31 octets.',
  );

  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  expect(await root.locator('.pins').count()).toBe(0);
  expectCalm();
});
