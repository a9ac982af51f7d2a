// Erases lessons when their time has come: at the start, and then every hour.
import type { Store } from './store.ts';

const HOUR_MS = 3_600_000;

/**
 * @param goesOn - the lesson that is not over, and so is not erased under those who sit in it
 * @param failed - told of an erasure that did not succeed; it is tried again an hour later
 * @returns what stops it
 */
export function keepRetention(
  store: Store,
  now: () => number,
  goesOn: () => string | undefined,
  failed: (error: unknown) => void,
): () => void {
  const erase = () => {
    try {
      store.eraseExpired(now(), goesOn());
    } catch (error) {
      failed(error);
    }
  };
  erase();
  const timer = setInterval(erase, HOUR_MS).unref();
  return () => clearInterval(timer);
}
