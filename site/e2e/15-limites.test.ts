// Question 15, by a reader who reads the map with the keyboard, finds the setting, and proves it with messages.
import { beforeAll, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { experiment, READERS } from './experiment.ts';
import { expectReady, openPage, peer, plainSpaces, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

test.each(READERS)('gauche, 45 s behind, is refused; droite repeats for 75 s, %s', async (_, reader) => {
  const { page, expectCalm } = await openPage(`${server.url}questions/15/`, reader);
  await expectReady(page);
  const { root, expectState, expectDone } = experiment(page, 15);
  await page.getByText('droite peut écrire à gauche, mais pas l’inverse.').click();
  await expectState('ready');

  // The map, by keyboard: 40 s behind, at once; 40 s ahead, after a minute.
  const map = root.getByRole('slider', { name: /^Carte/ });
  const pointed = async () => plainSpaces((await map.getAttribute('aria-valuetext')) ?? '');
  // The legend names what is accepted: without any latency, it is a line at age 0, and can be seen all the same.
  const edge = root.locator('.skew-edge');
  await expect.poll(() => edge.getAttribute('d')).toMatch(/^M\d/);
  const drawn = await edge.evaluate((path) => getComputedStyle(path));
  expect(Number.parseFloat(drawn.strokeWidth)).toBeGreaterThanOrEqual(4);
  expect(drawn.stroke).not.toBe('none');
  await map.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(pointed).toBe('gauche en retard de 40 s, 0 s après l’envoi : trop vieux');
  for (let step = 0; step < 8; step++) await page.keyboard.press('Shift+ArrowRight');
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(pointed).toBe('gauche en avance de 40 s, 60 s après l’envoi : rejouable');
  await page.keyboard.press('ArrowUp');
  await expect.poll(pointed).toBe('gauche en avance de 40 s, 61 s après l’envoi : rejouable');
  if (!reader.keyboard) {
    // The middle of the bottom is where the clocks agree.
    const box = await map.boundingBox();
    if (!box) throw new Error('the map is not drawn');
    await map.click({ position: { x: box.width / 2, y: box.height - 1 } });
    await expect
      .poll(pointed)
      .toMatch(/^(?:Horloges accordées|gauche en (?:avance|retard) de 1 s), [01] s après l’envoi/);
  }

  await root.getByRole('slider', { name: 'Horloge de gauche' }).fill('-45');
  const outlook = async (way: string) =>
    (await root.getByRole('row', { name: way }).getByRole('cell').allTextContents()).map(plainSpaces);
  await expect
    .poll(() => outlook('gauche → droite'))
    .toEqual(['retard de 45 s', ' refusé : trop vieux', 'jamais']);
  expect(await outlook('droite → gauche')).toEqual(['avance de 45 s', ' accepté', 'jusqu’à 75 s']);

  await root.getByRole('button', { name: 'gauche écrit à droite' }).click();
  await expectDone(1);
  await peer(page, 'droite').expectLast('InvalidToken');
  await root.getByRole('radio', { name: 'droite → gauche' }).check();
  await root.getByRole('button', { name: 'droite écrit à gauche' }).click();
  await peer(page, 'gauche').expectLast('tu me reçois, gauche ?');
  await root.getByRole('slider', { name: 'De l’envoi à la copie' }).fill('75');
  await root.getByRole('button', { name: 'Rejouer ce message à gauche' }).click();
  await expectState('reached');
  expect(await peer(page, 'gauche').shown()).toHaveLength(3);

  await root.getByRole('button', { name: 'Recommencer l’expérience' }).click();
  await expectState('ready');
  await expect.poll(() => outlook('gauche → droite')).toEqual(['à l’heure', ' accepté', 'jusqu’à 30 s']);
  expectCalm();
});
