// The running workbook for the browser trips: the real server, started as a user would, and a real browser.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, expect } from 'vitest';
import { CHROMIUM } from '../../test/chromium.ts';
import { runServer, type Server } from '../../test/running-server.ts';
import { byKeyboard } from './keyboard.ts';

const ends: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end();
}, 60_000);

/** Starts the server for the tests of one file; it ends with them. */
export async function startServer(...settings: Parameters<typeof runServer>): Promise<Server> {
  const server = await runServer(...settings);
  ends.push(() => server.stop());
  return server;
}

let running: Promise<Browser> | undefined;

/** The browser of this test file. @param args - further switches; then it is one of its own */
export async function startBrowser(...args: string[]): Promise<Browser> {
  if (args.length === 0 && running) return running;
  const launched = chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, ...args] });
  if (args.length === 0) running = launched;
  ends.push(async () => (await launched).close());
  return launched;
}

/** A page that complains about nothing and talks to nobody but the server: {@link expectCalm} says whether it kept to it. */
export interface WatchedPage {
  readonly page: Page;
  /** Fails if the page has logged an error, thrown, or asked another host for anything. */
  expectCalm(): void;
}

/** What a page is opened with: a context's options, and whose page it is. */
export interface Opening extends BrowserContextOptions {
  readonly browser?: Browser;
  /** whether the page may keep the workbook for when there is no network */
  readonly keeps?: boolean;
  /** whether its reader has no pointer */
  readonly keyboard?: boolean;
}

export async function openPage(url: string, options: Opening = {}): Promise<WatchedPage> {
  const { browser = await startBrowser(), keeps = false, keyboard = false, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...contextOptions });
  ends.push(() => context.close());
  // What a service worker answers, no test sees on its way: only those that are about it have one.
  if (!keeps)
    await context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
  const page = await context.newPage();
  const complaints: string[] = [];
  const { host } = new URL(url);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { host: asked, protocol } = new URL(request.url());
    if (asked !== host && protocol !== 'data:' && protocol !== 'blob:') complaints.push(`asked ${asked}`);
  });
  await page.goto(url);
  return { page: keyboard ? byKeyboard(page) : page, expectCalm: () => expect(complaints).toEqual([]) };
}

/** A text of the page with ordinary spaces for its non-breaking ones. */
export const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** One peer's window on the bench. */
export function peer(page: Page, name: 'gauche' | 'droite') {
  const root = page.locator(`.bench-live [data-peer="${name}"]`);
  const box = root.getByRole('textbox', { name: /^(?:Écrire|Write) / });
  return {
    root,
    box,
    async send(text: string) {
      await box.fill(text);
      await root.getByRole('button', { name: /^(?:Envoyer|Send)$/ }).click();
    },
    /** what the window shows, message by message */
    shown: async () => (await root.locator('.say p').allTextContents()).map(plainSpaces),
    /** waits until the last message is this one */
    async expectLast(text: string | RegExp) {
      const last = async () => plainSpaces((await root.locator('.say p').last().textContent()) ?? '');
      await expect.poll(last).toMatch(text);
    },
    async set(password: string) {
      await root.locator('summary').click();
      await root.getByLabel('Mot de passe', { exact: true }).fill(password);
      await root.locator('summary').click();
    },
    async moveClock(offset: number) {
      await root.locator('summary').click();
      await root.getByLabel('Décalage de l’horloge').fill(String(offset));
      await root.locator('summary').click();
    },
  };
}

export const bench = (page: Page) => page.locator('.bench-live [data-bench]');

export async function chooseStage(
  page: Page,
  name: 'En clair' | 'AES-CTR' | 'Fernet' | 'TTL' | 'AEAD',
): Promise<void> {
  await bench(page).getByText(name, { exact: true }).first().click();
}

/** The lines of the server's log, as texts. */
export async function logLines(page: Page): Promise<string[]> {
  return bench(page).locator('[data-log] .line').allTextContents();
}

/** Waits until the log holds a line. */
export async function expectLine(page: Page, line: string | RegExp): Promise<void> {
  const found = async () =>
    (await logLines(page)).some((text) => (typeof line === 'string' ? text === line : line.test(text)));
  await expect.poll(found).toBe(true);
}

/** Waits until the bench can be used. */
export async function expectReady(page: Page): Promise<void> {
  await bench(page).and(page.locator('[aria-busy="false"]')).waitFor();
}
