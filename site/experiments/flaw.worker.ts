// Runs the code of one card of "find the flaw", at the hour of this device, with its own random bytes.
import { type FlawName, runFlaw } from '#lab/flaws.ts';

addEventListener('message', ({ data }: MessageEvent<FlawName>) => {
  const rows = runFlaw(data, {
    now: Math.floor(Date.now() / 1000),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    milliseconds: () => performance.now(),
  });
  postMessage(rows);
});
