// The sheet of this page, in this browser.
import { errandsOf } from './errand.ts';
import { HandIn } from './hand-in.ts';
import { pageNotebook } from './notebook.ts';
import type { NamedFile, ReadFile } from './read-file.ts';
import workerUrl from './read-file.worker.ts?worker&url';

/** The largest sheet takes a second or so. */
const PATIENCE_MS = 20_000;
/** Other tabs tell of sixteen questions one by one. */
const SETTLE_MS = 50;

/** @returns the sheet, and what ends it. It hears of what other tabs write, and tells the map of the questions. */
export function startHandIn(): { readonly handIn: HandIn; stop(): void } {
  const readFile = errandsOf<NamedFile, ReadFile>(workerUrl, PATIENCE_MS);
  const handIn = new HandIn({ notebook: pageNotebook, now: Date.now, readFile });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const loadSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void handIn.load(), SETTLE_MS);
  };
  const stops = [
    pageNotebook.watch(loadSoon),
    pageNotebook.watchGone(loadSoon),
    handIn.deed.subscribe((deed) => deed && dispatchEvent(new CustomEvent('answerchange'))),
  ];
  void handIn.load();
  return {
    handIn,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
