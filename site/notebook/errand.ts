// Has a worker do one thing after the other, and gives up what takes too long: the page goes on meanwhile.
import { scriptUrl } from '../chat/trusted-types.ts';

/** @returns a function that asks the worker, and is told undefined where it fails or takes too long */
export function errandsOf<Request, Reply>(
  workerUrl: string,
  patienceMs: number,
  start = () => new Worker(scriptUrl(workerUrl), { type: 'module' }),
): (request: Request) => Promise<Reply | undefined> {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const run = (request: Request) =>
    new Promise<Reply | undefined>((resolve) => {
      const giveUp = () => {
        worker?.terminate();
        worker = undefined; // the next one begins anew
        resolve(undefined);
      };
      const timer = setTimeout(giveUp, patienceMs);
      try {
        worker ??= start();
        worker.onmessage = ({ data }: MessageEvent<Reply | undefined>) => {
          clearTimeout(timer);
          resolve(data);
        };
        worker.onerror = giveUp;
        worker.postMessage(request);
      } catch {
        giveUp(); // a browser without workers
      }
    });

  return (request) => {
    const reply = last.then(() => run(request));
    last = reply;
    return reply;
  };
}
