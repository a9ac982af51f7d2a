// Links to a state of the bench: shared, opened, undone, and damaged ones that do no harm.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { violations } from './axe.ts';
import { bench, chooseStage, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const LINK = '#etat=1&stage=fernet-ttl&gauche=-45&gauche-texte=rdv+14h&latence=2&regle=hold';

const notice = (page: Page) => bench(page).locator('.linked [role=status]');
const told = async (page: Page) => plainSpaces((await notice(page).textContent()) ?? '');

/** What of the bench a link sets, as the page shows it. */
async function settings(page: Page) {
  const clockOf = async (name: 'gauche' | 'droite') => {
    const words = (await peer(page, name).root.locator('.settings .setting').nth(1).textContent()) ?? '';
    return String(Number(/[+-]?\d+/.exec(words.replace('−', '-'))?.[0]));
  };
  return {
    stage: await bench(page).getAttribute('data-stage'),
    gauche: await clockOf('gauche'),
    droite: await clockOf('droite'),
    text: await peer(page, 'gauche').box.inputValue(),
  };
}

test('a link is made of what stands there, and opens on another machine, in either language', async () => {
  const { page, expectCalm } = await openPage(`${server.url}questions/13/`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expectReady(page);
  await chooseStage(page, 'TTL');
  await peer(page, 'gauche').set('mot de passe à moi');
  await peer(page, 'gauche').moveClock(-45);
  await peer(page, 'gauche').box.fill('rdv 14h & <b>gras</b>');
  await bench(page).getByRole('button', { name: 'Partager cette expérience' }).click();
  const link = await bench(page).getByLabel('Lien vers ces réglages').inputValue();
  expect(link).toBe(
    `${server.url}questions/13/#etat=1&stage=fernet-ttl&gauche=-45&gauche-texte=rdv+14h+%26+%3Cb%3Egras%3C%2Fb%3E`,
  );
  await bench(page).getByRole('button', { name: 'Copier le lien' }).click();
  await bench(page).getByText('Lien copié.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(await violations(page)).toEqual([]);
  // The link follows what stands there.
  await peer(page, 'gauche').moveClock(10);
  expect(await bench(page).getByLabel('Lien vers ces réglages').inputValue()).toContain('&gauche=10&');

  const other = await openPage(link.replace('/questions/', '/en/questions/'));
  await expect.poll(() => told(other.page)).toBe('The bench is set as a link says.');
  expect(await settings(other.page)).toEqual({
    stage: 'fernet-ttl',
    gauche: '-45',
    droite: '0',
    text: 'rdv 14h & <b>gras</b>',
  });
  expect(other.page.url()).toBe(`${server.url}en/questions/13/`);
  expect(await violations(other.page)).toEqual([]);
  await peer(other.page, 'gauche').box.press('Enter');
  await peer(other.page, 'droite').expectLast(/^InvalidToken/);
  await other.page.getByRole('link', { name: 'Français', exact: true }).click();
  await expectReady(other.page);
  await peer(other.page, 'droite').expectLast(/^InvalidToken/);
  expect((await settings(other.page)).gauche).toBe('-45');
  expectCalm();
  other.expectCalm();
});

describe('a link that is opened', () => {
  test('leaves the conversation alone, and goes back to what stood there', async () => {
    const { page, expectCalm } = await openPage(`${server.url}banc/`);
    await expectReady(page);
    await chooseStage(page, 'Fernet');
    await peer(page, 'gauche').send('avant');
    await peer(page, 'droite').expectLast('avant');
    await peer(page, 'gauche').box.fill('à moi');
    await peer(page, 'droite').moveClock(7);
    const before = await settings(page);
    await page.goto(`${server.url}banc/${LINK}`); // the same page: only its fragment changes
    await expect
      .poll(() => told(page))
      .toBe('Le banc est réglé d’après un lien. Votre conversation et vos mots de passe sont restés.');
    expect(await settings(page)).toEqual({
      stage: 'fernet-ttl',
      gauche: '-45',
      droite: '0',
      text: 'rdv 14h',
    });
    await bench(page).locator('.console .rule-now.is-set').waitFor();
    await peer(page, 'droite').expectLast('avant');
    await bench(page).getByRole('button', { name: 'Revenir à mes réglages' }).click();
    await expect.poll(() => told(page)).toBe('Vos réglages sont revenus.');
    expect(await settings(page)).toEqual(before);
    expect(await bench(page).locator('.console').count()).toBe(0);
    await peer(page, 'droite').expectLast('avant');
    // The same link once more, and a conversation that starts again.
    await page.goto(`${server.url}banc/${LINK}`);
    await bench(page).getByRole('button', { name: 'Recommencer la conversation' }).click();
    await expect.poll(() => told(page)).toBe('La conversation recommence, avec les réglages du lien.');
    expect(await peer(page, 'droite').shown()).toEqual([]);
    expect((await settings(page)).gauche).toBe('-45');
    // A reload changes nothing back.
    await peer(page, 'gauche').moveClock(3);
    await page.reload();
    await expectReady(page);
    expect((await settings(page)).gauche).toBe('3');
    expect(await notice(page).count()).toBe(0);
    expectCalm();
  });

  test('fits a phone, and is found by axe to be in order', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, expectCalm } = await openPage(`${server.url}questions/7/${LINK}`, {
      viewport,
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    });
    await notice(page).waitFor();
    await bench(page).getByRole('button', { name: 'Partager cette expérience' }).click();
    await bench(page).getByLabel('Lien vers ces réglages').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page)).toEqual([]);
    expectCalm();
  });

  test.each([
    '#etat=1&stage=fernet-ttl&gauche=-4500',
    '#etat=9&stage=fernet-ttl',
    '#etta=1&stage=fernet-ttl',
    `#etat=1&stage=fernet-ttl&gauche-texte=${'x'.repeat(50_000)}`,
    '#etat=1&stage=<script>alert(1)</script>',
    '#__proto__=1&constructor=2',
  ])('damaged, opens the plain page and says so: %#', async (fragment) => {
    const plain = await openPage(`${server.url}questions/9/`);
    await expectReady(plain.page);
    const { page, expectCalm } = await openPage(`${server.url}questions/9/${fragment}`);
    await expect
      .poll(() => told(page))
      .toBe('Ce lien est abîmé, ou il vient d’une autre version du cahier : rien n’a été réglé.');
    expect(await settings(page)).toEqual(await settings(plain.page));
    expect(page.url()).toBe(`${server.url}questions/9/`);
    expect(await bench(page).locator('.linked button').count()).toBe(0);
    expectCalm();
  });

  test('stands beside an invitation, and makes no shared room’s relay malicious', async () => {
    const { page, expectCalm } = await openPage(`${server.url}banc/${LINK}&room=lien&peer=droite`);
    await expect
      .poll(() => told(page))
      .toBe(
        'Le banc est réglé d’après un lien. La règle de la console n’a pas été posée : d’autres pages peuvent écrire dans ce salon.',
      );
    expect(page.url()).toBe(`${server.url}banc/#room=lien&peer=droite`);
    expect(await bench(page).locator('.console').count()).toBe(0);
    expectCalm();
  });
});
