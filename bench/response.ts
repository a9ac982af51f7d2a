// How long a bench with 1,000 log lines takes to answer its reader, on a processor four times slower than this one.
import { type Browser, chromium, type Locator, type Page } from 'playwright';
import { CHROMIUM } from '../test/chromium.ts';
import { runServer } from '../test/running-server.ts';
import { type Lap, stopwatchOf } from './stopwatch.ts';
import { median, percentile, type Row } from './table.ts';

const LINES = 1000;
const SLOWDOWN = 4;
const ROUNDS = 30;
/** the first ones only warm the page up */
const WARM_UP = 5;
/** One frame of a screen that draws 60 a second. */
const FRAME_MS = 16;

/** The timers that an act sets off: the page's for what it draws after its answer, the relay's for its log, and the tab's for keeping the conversation. */
const DETAIL_TIMER = 0;
const LOG_TIMER = 33;
const SAVE_TIMER = 250;
const SETTLED_MS = 450;

/** Has gauche write until the log is that long: as fast as the relay takes it. */
async function fillLog(bench: Locator): Promise<void> {
  const lines = await bench.evaluate(async (root, wanted) => {
    const box = root.querySelector<HTMLTextAreaElement>('[data-peer="gauche"] .composer textarea');
    const pause = (ms: number) => new Promise((resolve) => requestIdleCallback(resolve, { timeout: ms }));
    const count = () => root.querySelectorAll('[data-log] .line').length;
    for (let i = 1; box && count() < wanted; i++) {
      box.value = `message ${i}`;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.form?.requestSubmit();
      const at = performance.now();
      while (box.value !== '' || performance.now() - at < 21) await pause(5);
    }
    return count();
  }, LINES);
  if (lines < LINES) throw new Error(`the log has ${lines} lines, ${LINES} were wanted`);
}

interface Answer {
  readonly what: string;
  /** the event that asks for it */
  readonly event: string;
  /** the places in which a reader sees that it was answered: what they say changes */
  readonly places: readonly string[];
  /** brings the event about */
  act(round: number): Promise<unknown>;
  /** what must be so before */
  prepare?(round: number): Promise<unknown>;
}

/** What the reader does, in the order in which it is measured: each one leaves the page as the next one needs it. */
function answers(page: Page, bench: Locator): Answer[] {
  const trace = (round: number) => bench.locator('[data-log] button').nth(-1 - 2 * (round % 2));
  const box = bench.locator('[data-peer="gauche"] .composer textarea');
  return [
    {
      what: 'a message is followed',
      event: 'click',
      places: ['[data-log] .is-followed', '.inspector h3'],
      prepare: (round) => trace(round).focus(),
      act: () => page.keyboard.press('Enter'),
    },
    {
      what: 'an arrow key goes from byte to byte',
      event: 'keydown',
      places: ['.inspector .byte-words'],
      prepare: (round) =>
        round === 0 ? bench.locator('.inspector .hex').nth(-1).focus() : Promise.resolve(),
      act: (round) => page.keyboard.press(round % 30 < 15 ? 'ArrowRight' : 'ArrowLeft'),
    },
    {
      what: 'one more message is sent',
      event: 'keydown',
      places: ['[data-peer="gauche"] .run:last-child > :last-child p'],
      prepare: (round) => box.fill(`encore ${round}`),
      act: () => page.keyboard.press('Enter'),
    },
    {
      what: 'the relay is given a rule',
      event: 'click',
      places: ['.rule-now'],
      prepare: async (round) => {
        if (round === 0) await bench.getByRole('button', { name: 'Prendre la place du serveur' }).click();
        await bench.getByLabel('De lui-même').selectOption(round % 2 === 0 ? 'hold' : 'drop');
        await bench.getByRole('button', { name: 'Appliquer', exact: true }).focus();
      },
      act: () => page.keyboard.press('Enter'),
    },
  ];
}

interface Measured {
  /** for each round, all work until the answer is drawn: first frames, mostly */
  readonly answered: number[];
  /** the longest lap of a round: a task with its frame */
  readonly longest: number[];
  /** all laps of a round together */
  readonly whole: number[];
  /** all laps of the saving timer */
  readonly saves: number[];
}

/** Measures an answer so many times. */
async function measure(
  page: Page,
  watch: Awaited<ReturnType<typeof stopwatchOf>>,
  answer: Answer,
  saveTimer = SAVE_TIMER,
): Promise<Measured> {
  const measured: Measured = { answered: [], longest: [], whole: [], saves: [] };
  const its = new Set<Lap[0]>([answer.event, DETAIL_TIMER, LOG_TIMER]);
  const sum = (times: readonly number[]) => times.reduce((all, time) => all + time, 0);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    await answer.prepare?.(round);
    await page.waitForTimeout(SETTLED_MS);
    await watch.laps();
    await watch.watch(answer.event, answer.places);
    await answer.act(round);
    await page.waitForTimeout(SETTLED_MS);
    if (round < WARM_UP) continue;
    const { laps, answered } = await watch.laps();
    if (answered === undefined) throw new Error(`not answered: ${answer.what}`);
    const timesOf = (some: readonly Lap[]) => some.filter(([of]) => its.has(of)).map(([, time]) => time);
    measured.answered.push(sum(timesOf(laps.slice(0, answered + 1))));
    measured.longest.push(Math.max(...timesOf(laps)));
    measured.whole.push(sum(timesOf(laps)));
    measured.saves.push(...laps.filter(([of]) => of === saveTimer).map(([, time]) => time));
  }
  return measured;
}

function rowsOf(what: string, times: readonly number[]): Row[] {
  return [
    {
      what,
      measured: median(times),
      unit: 'ms',
      limit: FRAME_MS,
    },
    { what: 'the same, 95th percentile', measured: percentile(times, 95), unit: 'ms', limit: FRAME_MS },
  ];
}

/** What an act costs: until its answer is seen, then by the frame, and in all. */
function rowsOfAct(what: string, { answered, longest, whole }: Measured): Row[] {
  return [
    ...rowsOf(`${what}, first answer`, answered),
    { what: 'the same, its longest frame', measured: median(longest), unit: 'ms', limit: FRAME_MS },
    { what: 'the same, all of it', measured: median(whole), unit: 'ms' },
  ];
}

const BARE_PAGE = `<!doctype html><title>One paragraph</title><p>0<script>
  addEventListener('keydown', () => { document.querySelector('p').textContent = performance.now() })
</script>`;

/** A page, and a stopwatch for it. */
async function openWatched(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const watch = await stopwatchOf(page);
  await page.goto(url);
  return { page, watch };
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** What a frame takes here at the least: that of a page of one paragraph, whose text changes at a key. */
async function benchBarePage(browser: Browser): Promise<Row[]> {
  const { page, watch } = await openWatched(browser, `data:text/html,${encodeURIComponent(BARE_PAGE)}`);
  await slowDown(page);
  const key = {
    what: 'a key on a bare page',
    event: 'keydown',
    places: ['p'],
    act: () => page.keyboard.press('ArrowRight'),
  };
  const { answered } = await measure(page, watch, key);
  await page.close();
  return [
    {
      what: `CPU ÷ ${SLOWDOWN}, the same frame on a page of one paragraph`,
      measured: median(answered),
      unit: 'ms',
    },
    { what: 'the same, 95th percentile', measured: percentile(answered, 95), unit: 'ms' },
  ];
}

const WORDS = 2000;
const LONG_ANSWER = Array.from({ length: WORDS }, (_, i) => `mot${i}`).join(' ');
/** The delay of the timer that saves an answer. */
const ANSWER_TIMER = 150;

const letterOn = (page: Page): Answer => ({
  what: 'a letter',
  event: 'keydown',
  places: [],
  act: () => page.keyboard.press('a'),
});

/** Sixteen answers of 2,000 words in the notebook, as their page would have written them. */
async function fillNotebook(page: Page): Promise<void> {
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tp-chat-chiffre');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('answers', 'readwrite');
          for (let question = 1; question <= 16; question++)
            transaction.objectStore('answers').put({ question, text, at: Date.now(), since: Date.now() });
          transaction.onerror = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    LONG_ANSWER,
  );
}

/** What the browser itself takes for the letter: the same text in a box of the same width, on a page of nothing else. */
async function benchBareBox(browser: Browser): Promise<readonly number[]> {
  const html = '<!doctype html><title>One box</title><textarea style="inline-size: 40rem"></textarea>';
  const { page, watch } = await openWatched(browser, `data:text/html,${encodeURIComponent(html)}`);
  await page.locator('textarea').fill(LONG_ANSWER);
  await page.keyboard.press('Control+End');
  await slowDown(page);
  const { longest } = await measure(page, watch, letterOn(page), ANSWER_TIMER);
  await page.close();
  return longest;
}

/** A letter is typed at the end of a long answer, and then saved. */
async function benchTyping(browser: Browser, url: string): Promise<Row[]> {
  const { page, watch } = await openWatched(browser, url);
  const box = page.locator('[data-answer] textarea');
  await box.and(page.locator(':enabled')).waitFor();
  await fillNotebook(page);
  await page.reload();
  await box.and(page.locator(':enabled')).focus();
  await page.keyboard.press('Control+End');
  await slowDown(page);
  const { longest, saves } = await measure(page, watch, letterOn(page), ANSWER_TIMER);
  await page.close();
  const bare = await benchBareBox(browser);
  const what = `16 answers of ${WORDS} words, CPU ÷ ${SLOWDOWN}:`;
  return [
    ...rowsOf(`${what} a letter is typed`, longest),
    { what: 'the same letter in a bare box of the same text', measured: median(bare), unit: 'ms' },
    { what: 'the one by the other', measured: median(longest) / median(bare), unit: '× a bare box' },
    ...rowsOf(`${what} it is saved`, saves),
  ];
}

export async function benchResponse(): Promise<Row[]> {
  const server = await runServer();
  const browser = await chromium.launch(CHROMIUM);
  const bare = await benchBarePage(browser);
  const typing = await benchTyping(browser, `${server.url}questions/7/`);
  const { page, watch } = await openWatched(browser, `${server.url}banc/`);
  const bench = page.locator('.bench-live [data-bench]');
  await bench.and(page.locator('[aria-busy="false"]')).waitFor();
  await bench.getByText('Fernet', { exact: true }).click();
  await fillLog(bench);
  await slowDown(page);
  const lines = `${LINES} log lines, CPU ÷ ${SLOWDOWN}:`;
  const rows: Row[] = [];
  const saves: number[] = [];
  for (const answer of answers(page, bench)) {
    const measured = await measure(page, watch, answer);
    rows.push(...rowsOfAct(`${lines} ${answer.what}`, measured));
    saves.push(...measured.saves);
  }
  await browser.close();
  await server.stop();
  return [...bare, ...rows, ...rowsOf(`${lines} the conversation is saved`, saves), ...typing];
}
