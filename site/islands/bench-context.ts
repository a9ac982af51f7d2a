// Hands the bench and its language to the islands' parts.
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Bench } from '../chat/bench.ts';
import { Reading } from '../chat/reading.ts';
import type { Lang } from '../i18n/langs.ts';
import { type Translate, translator } from '../i18n/strings.ts';

interface BenchContext {
  readonly bench: Bench;
  readonly reading: Reading;
  readonly lang: Lang;
  readonly t: Translate;
  /** the bench's time, in milliseconds; ticks every second, and is undefined until the page runs */
  readonly now: number | undefined;
  /** whether what is drawn can be used already, or at all */
  readonly usable: boolean;
  /** a picture of a bench: nothing on it can be used, and nothing comes later */
  readonly still: boolean;
}

/** One object for as long as the bench is there. A part that reads `now` or `usable` is woken by it, and no other is. */
export function benchContext(
  bench: Bench,
  lang: Lang,
  now: ReadonlySignal<number | undefined>,
  still: boolean,
): BenchContext {
  return {
    bench,
    reading: new Reading(bench),
    lang,
    t: translator(lang),
    still,
    get now() {
      return now.value === undefined ? undefined : now.value + bench.time.ahead.value;
    },
    get usable() {
      return !still && bench.places.relay.value !== undefined;
    },
  };
}

const Context = createContext<BenchContext | undefined>(undefined);

export const BenchProvider = Context.Provider;

export function useBench(): BenchContext {
  const context = useContext(Context);
  if (!context) throw new Error('a part of the bench stands outside of it');
  return context;
}
