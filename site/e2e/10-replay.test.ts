// Question 10: forging fails, repeating is trivial; on the relay in the page, and on a class’s with two pages and an operator.
import { describe, expect, test } from 'vitest';
import { experiment, READERS } from './experiment.ts';
import { bench, chooseStage, expectReady, openPage, peer, startServer } from './workbook.ts';

const BET = 'droite l’accepte, comme la première fois.';

describe('question 10', () => {
  test.each(READERS)('on the relay in the page, %s', async (_, reader) => {
    const server = await startServer();
    const { page, expectCalm } = await openPage(`${server.url}questions/10/`, reader);
    await expectReady(page);
    await page.getByText(BET).click();
    const { root, expectState, expectDone } = experiment(page, 10);
    await expectState('ready');
    await root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
    await root.getByText('Vous tenez le jeton').waitFor();
    const forge = root.getByRole('button', { name: 'Remettre, modifié' });
    expect(await forge.isDisabled()).toBe(true);
    await root.getByLabel('Vous voulez').fill('8');
    await forge.click();
    for (const field of ['Horodatage', 'HMAC']) {
      await root.getByRole('combobox').selectOption({ label: field });
      await root.getByLabel('Octet n°').fill('8');
      await forge.click();
    }
    await expect.poll(() => root.locator('tbody tr').first().innerText()).toMatch(/0\s+3$/);
    await expectDone(0);
    await root.getByRole('combobox').selectOption({ label: 'IV' });
    await root.getByLabel('Octet n°').fill('10');
    await root.getByLabel('Vous voulez').fill('9');
    await forge.click();
    await expectDone(1);
    await root.getByRole('combobox').selectOption({ label: 'Chiffré' });
    await forge.click();
    await expect.poll(() => root.locator('tbody tr').first().innerText()).toMatch(/0\s+5$/);
    await root.getByRole('button', { name: 'Attendre 10 s, et remettre le même' }).click();
    await expectState('reached');
    await peer(page, 'droite').expectLast('OK, vire 100 €');
    expectCalm();
  });

  test('on a server’s relay, with gauche on another page', async () => {
    const server = await startServer([], { ANSWERS: 'none' });
    const gauche = await openPage(`${server.url}banc/#room=ordres&peer=gauche`);
    await expectReady(gauche.page);
    const { page } = await openPage(`${server.url}questions/10/#room=ordres&peer=droite`);
    await expectReady(page);
    await page.getByText(BET).click();
    const { root, expectState } = experiment(page, 10);
    await expectState('ready');
    await bench(page).getByRole('button', { name: 'Prendre la place du serveur' }).click();
    await bench(page).locator('[data-console]').waitFor();
    await chooseStage(gauche.page, 'Fernet');
    await peer(gauche.page, 'gauche').send('OK, vire 100 €');
    await peer(page, 'droite').expectLast('OK, vire 100 €');
    await root.getByLabel('Vous voulez').fill('9');
    await root.getByRole('button', { name: 'Remettre, modifié' }).click();
    await peer(page, 'droite').expectLast(/^InvalidToken/);
    await root.getByRole('button', { name: 'Remettre le même' }).click();
    await expectState('reached');
    await peer(page, 'droite').expectLast('OK, vire 100 €');
    expect(await peer(gauche.page, 'gauche').shown()).toEqual(['OK, vire 100 €']);
  }, 240_000);

  test('on a server’s relay, with gauche, droite and the server on three pages', async () => {
    const relay = await startServer([], { ANSWERS: 'none' });
    const open = async (name: string) => {
      const watched = await openPage(`${relay.url}questions/10/#room=trois&peer=${name}`);
      await expectReady(watched.page);
      await watched.page.getByText(BET).click();
      const panel = experiment(watched.page, 10);
      await panel.expectState('ready');
      return { ...watched, ...panel };
    };
    const [gauche, droite, server] = [await open('gauche'), await open('droite'), await open('serveur')];
    await server.root.getByText('Demandez-lui d’envoyer').waitFor();
    expect(await server.root.getByRole('button', { name: 'Prendre la place' }).count()).toBe(0);

    // Whoever does not get the seat is told, and can still write.
    await gauche.root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
    await gauche.root.getByText('La place du serveur n’est pas à vous').waitFor();
    await droite.root.getByRole('button', { name: 'Prendre la place du serveur' }).click();
    await droite.root.getByText('La place du serveur n’est pas à vous').waitFor();
    expect(await droite.root.getByRole('button', { name: /l’ordre/ }).count()).toBe(0);
    await chooseStage(droite.page, 'Fernet');
    await gauche.root.getByRole('button', { name: 'Faire donner l’ordre par gauche' }).click();
    await server.root.getByText('Vous tenez le jeton').waitFor();

    await server.root.getByLabel('Vous voulez').fill('9');
    await server.root.getByRole('button', { name: 'Remettre, modifié' }).click();
    await server.expectDone(1);
    await peer(droite.page, 'droite').expectLast(/^InvalidToken/);
    await server.root.getByRole('button', { name: 'Remettre le même' }).click();
    await server.expectState('reached');
    await server.root.getByText(/modifiés, 1\s; recopiés, 1/).waitFor();
    await peer(droite.page, 'droite').expectLast('OK, vire 100 €');
    for (const { expectCalm } of [gauche, droite, server]) expectCalm();
  }, 240_000);
});
