// Waits until something holds on the bench, and gives up when it is no use any more.
import { effect } from '@preact/signals';

/** What was waited for did not come. */
export class GaveUp extends Error {
  override name = 'GaveUp';
}

/** Milliseconds after which nothing will come any more: the line is cut, or somebody holds it back. */
const PATIENCE_MS = 10_000;

/**
 * @param holds - reads signals; asked again whenever one of them changes
 * @param end - ends the waiting
 * @throws GaveUp (as a rejection) when the waiting is ended, or was in vain
 */
export function until(holds: () => boolean, end: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = end.aborted;
    let stop = () => {};
    const finish = (settle: () => void) => {
      isOver = true;
      clearTimeout(timer);
      end.removeEventListener('abort', giveUp);
      stop();
      settle();
    };
    const giveUp = () => finish(() => reject(new GaveUp()));
    const timer = setTimeout(giveUp, PATIENCE_MS);
    end.addEventListener('abort', giveUp);
    if (isOver) {
      giveUp();
      return;
    }
    stop = effect(() => {
      if (!isOver && holds()) queueMicrotask(() => !isOver && finish(resolve));
    });
  });
}
