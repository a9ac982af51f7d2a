// The reader's answers, and what they were before: no word is overwritten without a trace.
import type { Database, OwnAnswer, Version } from './database.ts';

/** An answer that goes on being written leaves a version behind every so often. */
const BETWEEN_VERSIONS_MS = 120_000;
/** So much of what was written here is no slip of the hand, to be typed again at once. */
const GREAT_LOSS = 80;
/** of each question */
export const MOST_VERSIONS = 20;

/** Whether no more than half of a text stands in the other one, before and behind what was written there. */
export function isReplaced(before: string, after: string): boolean {
  const room = Math.min(before.length, after.length);
  let head = 0;
  while (head < room && before[head] === after[head]) head++;
  let tail = 0;
  while (head + tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return head + tail <= before.length / 2;
}

export class Answers {
  readonly #db: Database;
  readonly #now: () => number;

  /** @param now - the device's clock, in milliseconds from 1970 UTC */
  constructor(db: Database, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** The answer to a question; empty where there is none. */
  async read(question: number): Promise<string> {
    return (await this.#db.get('answers', question))?.text ?? '';
  }

  /** All answers that have a text, by their questions. */
  async all(): Promise<readonly OwnAnswer[]> {
    return (await this.#db.getAll('answers')).filter(({ text }) => text !== '');
  }

  /** What the answer was, the latest first. */
  async versions(question: number): Promise<readonly Version[]> {
    const all = await this.#db.getAllFromIndex('versions', 'question', question);
    return all.reverse() as Version[]; // what is stored has its number
  }

  /**
   * Writes an answer, in one go with the version that it leaves behind.
   * @param base - the text that the writer writes on: where another one stands, that one is kept; without it, any is
   * @param lost - a text that came from elsewhere, and of which this one leaves little: it is kept, however short
   * @throws DOMException `QuotaExceededError` where there is no room; then nothing has changed
   */
  async write(question: number, text: string, base: string | undefined, lost?: string): Promise<void> {
    const at = this.#now();
    const transaction = this.#db.transaction(['answers', 'versions'], 'readwrite');
    const answers = transaction.objectStore('answers');
    const versions = transaction.objectStore('versions');
    const before = await answers.get(question);
    const ids = await versions.index('question').getAllKeys(question);
    const left = before && this.#isLeft(before, text, base) ? [before] : [];
    if (before && lost !== undefined && left[0]?.text !== lost) {
      // It may have been left behind already, for its age.
      const known = await versions.index('question').getAll(question);
      if (known.every((version) => version.text !== lost)) left.unshift({ ...before, text: lost });
    }
    const since = left.length > 0 || !before?.text ? at : before.since;
    const tooMany =
      left.length > 0 ? ids.slice(0, Math.max(0, ids.length + left.length - MOST_VERSIONS)) : [];
    await Promise.all([
      answers.put({ question, text, at, since }),
      ...left.map((version) => versions.add(version)),
      ...tooMany.map((id) => versions.delete(id)),
      transaction.done,
    ]);
  }

  /** Whether the text that stood there must not go without a trace. */
  #isLeft(before: OwnAnswer, text: string, base: string | undefined): boolean {
    if (before.text === '' || before.text === text) return false;
    const isOld = this.#now() - before.since >= BETWEEN_VERSIONS_MS;
    return (
      before.text !== base || isOld || (before.text.length >= GREAT_LOSS && isReplaced(before.text, text))
    );
  }
}
