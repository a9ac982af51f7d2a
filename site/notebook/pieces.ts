// The pieces of evidence that are attached to answers: what an experiment has shown, readable, and with what it takes to look at it again.
import type { Database, Evidence } from './database.ts';

/** A piece before the notebook has numbered and dated it. */
export type NewPiece = Omit<Evidence, 'id' | 'at'>;

/** Of one answer. More would be an archive, and none of its own. */
export const MOST_PIECES = 20;

export class Pieces {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The pieces of an answer, the oldest first. */
  async of(question: number): Promise<readonly Evidence[]> {
    return (await this.#db.getAllFromIndex('evidence', 'question', question)) as Evidence[]; // what is stored has its number
  }

  /** @returns the piece of this number; undefined where it was removed */
  async read(id: number): Promise<Evidence | undefined> {
    return (await this.#db.get('evidence', id)) as Evidence | undefined; // likewise
  }

  /**
   * @returns false where the answer has as many as it may have, or this very one already
   * @throws DOMException `QuotaExceededError` where there is no room
   */
  async add(piece: NewPiece, at: number): Promise<boolean> {
    const transaction = this.#db.transaction('evidence', 'readwrite');
    const there = await transaction.store.index('question').getAll(piece.question);
    const isNew = there.every(({ text, data }) => text !== piece.text || data !== piece.data);
    if (isNew && there.length < MOST_PIECES) await transaction.store.add({ ...piece, at });
    await transaction.done;
    return isNew && there.length < MOST_PIECES;
  }

  async remove(id: number): Promise<void> {
    await this.#db.delete('evidence', id);
  }
}
