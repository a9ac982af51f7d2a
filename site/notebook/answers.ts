// The reader's answers, and what they were before: no word is overwritten without a trace.
import type { Database, OwnAnswer, Version } from './database.ts';

/** An answer that goes on being written leaves a version behind every so often. */
const BETWEEN_VERSIONS_MS = 120_000;
/** What loses so many characters at once, and at least half of them, was replaced, not written on. */
const GREAT_LOSS = 80;
/** of each question */
export const MOST_VERSIONS = 20;

function isGreatLoss(before: string, after: string): boolean {
  const lost = before.length - after.length;
  return lost >= GREAT_LOSS && lost >= before.length / 2;
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
   * @throws DOMException `QuotaExceededError` where there is no room; then nothing has changed
   */
  async write(question: number, text: string, base: string | undefined): Promise<void> {
    const at = this.#now();
    const transaction = this.#db.transaction(['answers', 'versions'], 'readwrite');
    const answers = transaction.objectStore('answers');
    const versions = transaction.objectStore('versions');
    const before = await answers.get(question);
    const ids = await versions.index('question').getAllKeys(question);
    const left = before && this.#isLeft(before, text, base) ? before : undefined;
    const since = left || !before?.text ? at : before.since;
    const tooMany = left ? ids.slice(0, Math.max(0, ids.length + 1 - MOST_VERSIONS)) : [];
    await Promise.all([
      answers.put({ question, text, at, since }),
      left && versions.add(left),
      ...tooMany.map((id) => versions.delete(id)),
      transaction.done,
    ]);
  }

  /** Whether the text that stood there must not go without a trace. */
  #isLeft(before: OwnAnswer, text: string, base: string | undefined): boolean {
    if (before.text === '' || before.text === text) return false;
    const isOld = this.#now() - before.since >= BETWEEN_VERSIONS_MS;
    return before.text !== base || isOld || isGreatLoss(before.text, text);
  }
}
