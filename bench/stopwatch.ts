// A stopwatch inside a page: what an event, and what a timer, costs until the next frame's work is done.
import type { Page } from 'playwright';

/** Milliseconds of work, by what it was for: a type of event, or the delay of a timer. */
export type Lap = readonly [of: string | number, milliseconds: number];

interface Stopwatch {
  laps: Lap[];
  /** the lap, from 0, at whose end what was watched for had been answered */
  answered: number | undefined;
  watch(type: string, places: readonly string[]): void;
}

/**
 * Put into a page before its scripts run. A lap is the task that an event or a timer starts, with its promises, and the
 * frame that follows: its callbacks, style, layout and paint. The wait in between is the screen's, and left out.
 */
function install(): void {
  let isAnswered = () => true;
  const stopwatch: Stopwatch = {
    laps: [],
    answered: undefined,
    watch: (type, places) => {
      const textsNow = () => places.map((place) => document.querySelector(place)?.textContent);
      const before = textsNow();
      isAnswered = () => textsNow().every((text, i) => text !== before[i]);
      stopwatch.answered = undefined;
      addEventListener(type, () => begin(type), { capture: true, once: true });
    },
  };
  Object.assign(globalThis, { stopwatch });

  const afterThisTask = (run: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(undefined);
  };
  const begin = (of: string | number) => {
    const begun = performance.now();
    let task = Number.NaN;
    afterThisTask(() => {
      task = performance.now() - begun;
    });
    // Asked for before the page asks for any: it comes first in the frame.
    requestAnimationFrame(() => {
      const frame = performance.now();
      afterThisTask(() => {
        stopwatch.laps.push([of, task + performance.now() - frame]);
        if (isAnswered()) stopwatch.answered ??= stopwatch.laps.length - 1;
      });
    });
  };
  const later = window.setTimeout.bind(window);
  const timed = (run: () => void, delay = 0) =>
    later(() => {
      begin(delay);
      run();
    }, delay);
  Object.assign(window, { setTimeout: timed });
}

/** The stopwatch of a page. Its scripts must not have run yet. */
export async function stopwatchOf(page: Page) {
  await page.addInitScript(install);
  const held = () => page.evaluateHandle(() => (globalThis as unknown as { stopwatch: Stopwatch }).stopwatch); // see `install`
  return {
    /** Watches the next event of this type, which is answered once the texts in all these places are other ones. */
    async watch(type: string, places: readonly string[]): Promise<void> {
      const words = { type, places };
      await (await held()).evaluate((stopwatch, { type, places }) => stopwatch.watch(type, places), words);
    },
    /** The laps since the last call, and which of them brought the answer. */
    async laps(): Promise<{ readonly laps: Lap[]; readonly answered: number | undefined }> {
      return (await held()).evaluate(({ laps, answered }) => ({ laps: laps.splice(0), answered }));
    },
  };
}
