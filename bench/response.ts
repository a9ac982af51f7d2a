// How long a bench with 1,000 log lines takes to answer, on a processor four times slower than this one.
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { CHROMIUM } from '../test/chromium.ts';
import { runServer } from '../test/running-server.ts';
import { median, type Row } from './table.ts';

const LINES = 1000;
const SLOWDOWN = 4;
const ROUNDS = 40;
/** one frame of a screen that draws 60 a second */
const FRAME_MS = 16;

/** The 95th percentile. */
function worst(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/**
 * Puts a stopwatch into the page. It measures from an event's dispatch to the end of the next frame's work: handlers,
 * rendering, style, layout and paint. The wait for that frame in between is the screen's, and left out.
 */
async function install(page: Page): Promise<void> {
  await page.evaluate(() => {
    const after = (run: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(undefined);
    };
    const times: number[] = [];
    Object.assign(globalThis, {
      times,
      watch(type: string) {
        const begun = () => {
          const start = performance.now();
          let handled = start;
          after(() => {
            handled = performance.now();
          });
          requestAnimationFrame(() => {
            const frame = performance.now();
            after(() => times.push(handled - start + performance.now() - frame));
          });
        };
        addEventListener(type, begun, { capture: true, once: true });
      },
    });
  });
}

/** Times of so many rounds of something that ends in one event of this type. */
async function timesOf(page: Page, type: string, act: (round: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let round = -5; round < ROUNDS; round++) {
    await page.evaluate((name) => (globalThis as any).watch(name), type);
    await act(round + 5);
    await page.waitForTimeout(round % 8 === 0 ? 350 : 60);
    const [time] = await page.evaluate(() => (globalThis as any).times.splice(0));
    if (round >= 0) times.push(time);
  }
  return times;
}

/** Has gauche write until the log is full. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async (lines) => {
    const box = document.querySelector<HTMLTextAreaElement>(
      '.bench-live [data-peer="gauche"] .composer textarea',
    )!;
    const log = document.querySelector('.bench-live [data-log] ol')!;
    for (let i = 0; ; i++) {
      if (log.childElementCount > lines) break;
      box.value = `message ${i}`;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.form!.requestSubmit();
      await new Promise((r) => setTimeout(r, 25));
    }
  }, LINES);
}

export async function benchResponse(): Promise<Row[]> {
  const server = await runServer();
  const browser = await chromium.launch(CHROMIUM);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.url}banc/`);
  const bench = page.locator('.bench-live [data-bench]');
  await bench.and(page.locator('[aria-busy="false"]')).waitFor();
  await bench.locator('.stage').nth(2).click();
  const started = performance.now();
  await fill(page);
  console.log(
    'filled',
    performance.now() - started,
    await bench.locator('[data-log] li').count(),
    await bench.locator('.say').count(),
  );
  await page.waitForTimeout(1000);
  await install(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const report = (what: string, times: number[]) =>
    console.log(what, median(times).toFixed(1), worst(times).toFixed(1), Math.max(...times).toFixed(1));
  const lines = bench.locator('[data-log] button');
  const count = await lines.count();
  // follow: click on visible last lines alternately
  await lines.nth(count - 1).focus();
  report(
    'follow',
    await timesOf(page, 'click', async (round) => {
      await page.evaluate(
        (i) => {
          const b = document.querySelectorAll<HTMLElement>('.bench-live [data-log] button');
          b[b.length - 1 - i]!.focus();
        },
        2 * (round % 2),
      );
      await page.keyboard.press('Enter');
    }),
  );
  await page.locator('.inspector .hex').nth(4).focus();
  report(
    'bytes',
    await timesOf(page, 'keydown', async () => {
      await page.keyboard.press('ArrowRight');
    }),
  );
  await page.evaluate(() => {
    [...document.querySelectorAll<HTMLElement>('.inspector > header button')].at(-1)!.click();
  });
  report(
    'write',
    await timesOf(page, 'submit', async (round) => {
      await page.evaluate((r) => {
        const box = document.querySelector<HTMLTextAreaElement>(
          '.bench-live [data-peer="gauche"] .composer textarea',
        )!;
        box.value = `message ${r}`;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        setTimeout(() => box.form!.requestSubmit(), 30);
      }, round);
      await page.waitForTimeout(100);
    }),
  );
  await page.locator('.console-offer button').click();
  await page.locator('.console select').first().waitFor();
  report(
    'rule',
    await timesOf(page, 'change', async (round) => {
      await page.locator('.console .rule select').selectOption({ index: round % 2 ? 1 : 0 });
    }),
  );
  await browser.close();
  await server.stop();
  return [];
}
await benchResponse();
