// Hands the bench and its language to the islands' parts.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Bench } from '../chat/bench.ts';
import type { Translate } from '../i18n/strings.ts';

interface BenchContext {
  readonly bench: Bench;
  readonly t: Translate;
  /** the device's clock, in milliseconds; ticks every second, and is undefined until the page runs */
  readonly now: number | undefined;
  /** whether what is drawn can be used already, or at all */
  readonly usable: boolean;
}

const Context = createContext<BenchContext | undefined>(undefined);

export const BenchProvider = Context.Provider;

export function useBench(): BenchContext {
  const context = useContext(Context);
  if (!context) throw new Error('a part of the bench stands outside of it');
  return context;
}
