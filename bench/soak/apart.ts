// Work in a process of its own: clients do not share a processor's turn with what measures them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Has another process do a task. @param file - in this folder; it calls {@link doTask} */
export async function apart<Result>(file: string, task: unknown): Promise<Result> {
  const child = fork(join(import.meta.dirname, file));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code}`);
  });
  ended.catch(() => {}); // it ends in any case; what counts is whether it did before its answer
  child.send({ task });
  const [{ result }] = await Promise.race([once(child, 'message'), ended]);
  child.disconnect();
  return result;
}

/** The other side of {@link apart}: does one task, answers, and ends when nobody asks any more. */
export function doTask<Task>(work: (task: Task) => Promise<unknown>): void {
  process.once('message', async (message) => {
    const { task } = message as { task: Task }; // sent by `apart`, which is typed by its callers
    process.send?.({ result: await work(task) });
  });
  process.once('disconnect', () => process.exit(0));
}
