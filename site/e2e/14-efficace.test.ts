// Question 14, on the relay in the page, and on a class's relay where droite’s page is the server too.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { chooseStage, expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const ORDER = 'OK, vire 100 €';

/** The panel as whoever holds droite meets it. */
function panel(page: Page) {
  const frame = experiment(page, 14);
  const { root } = frame;
  const settings = peer(page, 'droite').root;
  return {
    ...frame,
    bet: () => page.getByText('Oui, mais une seule fois.').click(),
    sit: () => root.getByRole('button', { name: 'Prendre la place du serveur' }).click(),
    order: () => root.getByRole('button', { name: /par gauche$/ }).click(),
    delay: (seconds: number) => root.getByRole('slider').fill(String(seconds)),
    replay: () => root.getByRole('button', { name: 'Rejouer', exact: true }).click(),
    replayTen: () => root.getByRole('button', { name: 'Rejouer dix fois' }).click(),
    openSettings: () => settings.locator('summary').click(),
    remember: () => settings.getByLabel('Refuser un jeton déjà accepté').check(),
    restart: () => settings.getByRole('button', { name: 'Redémarrer, mémoire vide' }).click(),
    async expectExecuted(count: number) {
      const shown = () => root.locator('.efficacy-executed strong').textContent();
      await expect.poll(shown).toBe(String(count));
    },
    async expectLastRun(text: string) {
      const last = async () =>
        plainSpaces((await root.locator('.efficacy-runs li').last().textContent()) ?? '').trim();
      await expect.poll(last).toContain(text);
    },
  };
}

test.each(READERS)('one order, ten copies; a memory ends it, a restart the memory, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/14/`, reader);
  await expectReady(page);
  const droite = panel(page);
  await droite.bet();
  await droite.expectState('ready');
  await droite.order();
  await droite.sit();
  await droite.delay(31);
  await droite.replay();
  await droite.expectLastRun('refusé : trop vieux');
  await droite.expectExecuted(1);

  await droite.delay(0);
  await droite.order();
  await droite.expectExecuted(2);
  await droite.replayTen();
  await droite.expectExecuted(12);
  await droite.expectDone(1);

  await droite.openSettings();
  await droite.remember();
  await droite.order();
  await droite.expectExecuted(13);
  await droite.replayTen();
  await droite.expectLastRun('refusé : déjà accepté');
  await droite.expectDone(2);
  await droite.expectExecuted(13);
  await droite.restart();
  await droite.replay();
  await droite.expectState('reached');
  await droite.expectExecuted(14);

  await droite.root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await droite.expectState('ready');
  await droite.expectExecuted(0);
  expectCalm();
});

test('so it is on a server’s relay, where gauche’s page only gives the order', async () => {
  const server = await startServer([], { ANSWERS: 'none' });
  const room = `${server.url}questions/14/#room=virement&peer=`;
  const gauche = await openPage(`${room}gauche`);
  await expectReady(gauche.page);
  const other = await openPage(`${room}droite`);
  await expectReady(other.page);
  const droite = panel(other.page);
  await droite.bet();
  await droite.expectState('ready');
  await droite.root.getByText('Demandez-lui d’envoyer').waitFor();
  await droite.sit();
  await chooseStage(gauche.page, 'TTL');
  await peer(gauche.page, 'gauche').send(ORDER);
  await droite.expectExecuted(1);
  await droite.replayTen();
  await droite.expectExecuted(11);
  await droite.expectDone(1);

  await droite.openSettings();
  await droite.remember();
  await peer(gauche.page, 'gauche').send(ORDER);
  await droite.expectExecuted(12);
  await droite.replayTen();
  await droite.expectDone(2);
  await droite.restart();
  // Here the relay really waits: nobody can advance another page's clock.
  await droite.delay(1);
  await droite.replay();
  await droite.expectState('reached');
  await droite.expectExecuted(13);

  await experiment(gauche.page, 14).root.scrollIntoViewIfNeeded();
  await panel(gauche.page).bet();
  await experiment(gauche.page, 14).root.getByText('droite est dans une autre page').waitFor();
  await panel(gauche.page).sit();
  await experiment(gauche.page, 14).root.getByText('La place du serveur n’est pas à vous').waitFor();
  gauche.expectCalm();
  other.expectCalm();
}, 240_000);

test('a page that is the server alone replays, and droite’s page counts', async () => {
  const relay = await startServer([], { ANSWERS: 'none' });
  const open = async (name: string) => {
    const watched = await openPage(`${relay.url}questions/14/#room=trois&peer=${name}`);
    await expectReady(watched.page);
    await experiment(watched.page, 14).root.scrollIntoViewIfNeeded();
    const own = panel(watched.page);
    await own.bet();
    await own.expectState('ready');
    return { ...watched, ...own };
  };
  const [gauche, droite, server] = [await open('gauche'), await open('droite'), await open('serveur')];
  await server.root.getByText('gauche est dans une autre page').waitFor();
  await chooseStage(droite.page, 'TTL');
  await gauche.order();
  await droite.expectExecuted(1);
  await server.root.getByText('à l’horloge de cette page').waitFor();
  await server.replayTen();
  await droite.expectExecuted(11);
  await droite.expectDone(1);
  for (const { expectCalm } of [gauche, droite, server]) expectCalm();
}, 240_000);
