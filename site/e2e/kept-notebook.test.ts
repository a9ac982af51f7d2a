// A notebook that the class keeps, and a student who writes in more than one browser: nothing that was written is lost.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { goIn, strip } from './in-class.ts';
import { Line, startClass } from './led-class.ts';
import { openPage } from './workbook.ts';

/** Who asks too often is refused. */
const SELDOM = { timeout: 30_000, interval: 2_500 };

const FIRST = 'Une étoile autour du serveur.';
const SECOND = 'Un générateur cryptographique.';

async function write(page: Page, home: string, question: number, text: string): Promise<void> {
  await page.goto(`${home}questions/${question}/`);
  await page.locator(`[data-answer="${question}"] textarea`).fill(text);
  await page.locator(`[data-answer="${question}"] .answer-bar.is-saved`).waitFor(); // a page that goes at once may lose it
}

test('what another browser has written is offered, and stays until the student has taken it or does without it', async () => {
  const led = await startClass();
  const home = led.server.url;
  const teacher = new Line(led.server);
  await teacher.say({ type: 'teach', secret: led.teacherSecret });
  await teacher.say({ type: 'lead', order: { do: 'keep-notebooks', kept: true } });
  const ada = await goIn(led, 'Ada');
  await strip(ada.page).getByRole('button', { name: 'Oui, en garder une copie' }).click();
  const key = (await ada.page.locator('.class-key').textContent()) ?? '';
  const kept = async () => {
    const headers = { Authorization: `Bearer ${key}` };
    return (await fetch(`${home}class/notebook`, { headers })).text();
  };
  await write(ada.page, home, 1, FIRST);
  await expect.poll(kept, SELDOM).toContain(FIRST);

  const other = await openPage(`${home}classe/`);
  const { page } = other;
  await page.getByText('J’ai déjà une place, sur un autre navigateur').click();
  await page.getByLabel('Clé de ma place').fill(key);
  await page.getByRole('button', { name: 'Reprendre ma place' }).click();
  await strip(page).getByText('une copie de votre cahier qui n’est pas celle de ce navigateur').waitFor();
  // Something is written here before that is read; and it may be kept.
  await write(page, home, 5, SECOND);
  const sent = page.waitForResponse((response) => response.status() === 412, { timeout: 30_000 });
  await page.evaluate(() => {
    const [name] = Object.keys(localStorage).filter((key) => key.includes(':seat '));
    if (!name) throw new Error('no seat');
    localStorage.setItem(
      name,
      JSON.stringify({ ...JSON.parse(localStorage.getItem(name) ?? ''), notebook: true }),
    );
  });
  // Its offer was lost on the way: the server itself refuses.
  let isFirst = true;
  await page.route('**/class/notebook', (route) => {
    if (route.request().method() !== 'GET' || !isFirst) return route.continue();
    isFirst = false;
    return route.abort();
  });
  await page.reload();
  await sent;
  expect(await kept()).toContain(FIRST);
  await strip(page).getByRole('link', { name: 'La reprendre dans Ma copie' }).click();
  await page.getByText('écrite dans un autre navigateur').waitFor();
  await page.getByRole('button', { name: 'Voir ce qu’elle apporterait' }).click();
  await page.getByRole('button', { name: 'Fusionner' }).click();
  await page.getByText('La copie importée est fusionnée avec la vôtre.').waitFor();
  const whatOfBoth = async () => {
    const text = await kept();
    return [FIRST, SECOND].filter((answer) => text.includes(answer));
  };
  await expect.poll(whatOfBoth, SELDOM).toEqual([FIRST, SECOND]);
  expect(await page.getByText('écrite dans un autre navigateur').count()).toBe(0);

  // The first browser has not seen that either; it does without it.
  await write(ada.page, home, 2, 'Tout est en clair.');
  await strip(ada.page).getByText('une copie de votre cahier qui n’est pas celle de ce navigateur').waitFor();
  expect(await kept()).not.toContain('Tout est en clair.');
  await ada.page.goto(`${home}copie/`);
  await ada.page.getByRole('button', { name: 'Garder le cahier d’ici à sa place' }).click();
  await expect.poll(kept, SELDOM).toContain('Tout est en clair.');
  expect(await kept()).not.toContain(SECOND);
}, 240_000);
