// A student's browser in a class: the way in, and the strip that says where one sits.
import type { Page } from 'playwright';
import type { LedClass } from './led-class.ts';
import { bench, expectReady, openPage, plainSpaces, type WatchedPage } from './workbook.ts';

export const strip = (page: Page) => page.locator('[data-class-strip]');
export const stripText = async (page: Page) => plainSpaces((await strip(page).textContent()) ?? '');

/** Goes in by the address of the QR code. */
export async function goIn(
  { server, code }: LedClass,
  pseudonym: string,
  options: Parameters<typeof openPage>[1] = {},
): Promise<WatchedPage> {
  const student = await openPage(`${server.url}classe/#code=${code}`, options);
  const { page } = student;
  await page.getByLabel('Pseudonyme', { exact: true }).fill(pseudonym);
  await page.getByRole('button', { name: 'Rejoindre la classe' }).click();
  await page.getByRole('heading', { name: `Vous êtes dans la classe, ${pseudonym}` }).waitFor();
  return student;
}

export async function goToBench({ server }: LedClass, page: Page): Promise<void> {
  await page.goto(`${server.url}banc/`);
  await expectReady(page);
}

/** Waits until the relay has told this page that the neighbour is in the room: what is sent before, nobody receives. */
export const seesNeighbour = (page: Page) =>
  bench(page)
    .getByText(/(?:gauche|droite) est là, dans une autre page/)
    .waitFor();

export const stageOf = (page: Page) => bench(page).getAttribute('data-stage');
