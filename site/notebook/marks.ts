// What the reader has done with each question: read, predicted, tried, asked for hints, compared.
import type { Database, Mark, MarkKind } from './database.ts';

export type MarkOf<Kind extends MarkKind> = Extract<Mark, { readonly kind: Kind }>;

export class Marks {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async read<Kind extends MarkKind>(kind: Kind, question: number): Promise<MarkOf<Kind> | undefined> {
    return (await this.#db.get('marks', [kind, question])) as MarkOf<Kind> | undefined; // its key names its kind
  }

  all(): Promise<readonly Mark[]> {
    return this.#db.getAll('marks');
  }

  /**
   * Changes a mark in one go, whatever other tabs do.
   * @param change - given what is there, says what is to be there; undefined leaves it as it is
   * @throws DOMException `QuotaExceededError` where there is no room
   */
  async change<Kind extends MarkKind>(
    kind: Kind,
    question: number,
    change: (before: MarkOf<Kind> | undefined) => MarkOf<Kind> | undefined,
  ): Promise<void> {
    const transaction = this.#db.transaction('marks', 'readwrite');
    const before = await transaction.store.get([kind, question]);
    const after = change(before as MarkOf<Kind> | undefined); // likewise
    if (after) await transaction.store.put(after);
    await transaction.done;
  }
}
