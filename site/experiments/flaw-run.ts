// Runs a flawed code off the page's thread: some of it takes seconds, on purpose.
import type { Row } from '#lab/flaws/effect.ts';
import type { FlawName } from '#lab/flaws.ts';
import { scriptUrl } from '../chat/trusted-types.ts';
import workerUrl from './flaw.worker.ts?worker&url';

/** @throws Error where the code could not be fetched, or has thrown */
export async function runInWorker(name: FlawName): Promise<readonly Row[]> {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  try {
    return await new Promise<readonly Row[]>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<readonly Row[]>) => resolve(data);
      worker.onerror = () => reject(new Error(`${name} did not run`));
      worker.postMessage(name);
    });
  } finally {
    worker.terminate();
  }
}
