// The notebook of this address and this browser: opened once a page, shared by all tabs.
import { Answers } from './answers.ts';
import { type Database, type Evidence, type Gone, type MarkKind, openDatabase } from './database.ts';
import type { Shelf } from './draft.ts';
import { holdAnswer, takeHeldAnswers } from './held-answers.ts';
import { type MarkOf, Marks } from './marks.ts';
import { type NewPiece, Pieces } from './pieces.ts';

const NAME = 'tp-chat-chiffre';

/** Answers and marks, over a database that is opened again where the browser has closed it. */
export class Notebook implements Shelf {
  readonly hold = holdAnswer;
  #database: Promise<Database> | undefined;
  readonly #name: string;
  readonly #gone = new Set<(why: Gone) => void>();
  readonly #watchers = new Set<(question: number) => void>();
  #channel: BroadcastChannel | undefined;

  constructor(name = NAME) {
    this.#name = name;
  }

  async read(question: number): Promise<string> {
    return (await this.answers()).read(question);
  }

  async write(question: number, text: string, base: string | undefined, lost?: string): Promise<void> {
    await (await this.answers()).write(question, text, base, lost);
    this.#news.postMessage(question);
  }

  /** Changes what the reader has done with a question; `Marks.change` says how. @returns whether it is kept */
  async mark<Kind extends MarkKind>(
    kind: Kind,
    question: number,
    change: (before: MarkOf<Kind> | undefined) => MarkOf<Kind> | undefined,
  ): Promise<boolean> {
    try {
      await (await this.marks()).change(kind, question, change);
    } catch {
      return false; // it stays so for as long as the page does
    }
    this.tell(question);
    return true;
  }

  /** The pieces attached to an answer; none where nothing is kept. */
  async piecesOf(question: number): Promise<readonly Evidence[]> {
    try {
      return await (await this.pieces()).of(question);
    } catch {
      return [];
    }
  }

  /** Attaches a piece to an answer. @returns what became of it */
  async attach(piece: NewPiece): Promise<'attached' | 'refused' | 'failed'> {
    try {
      const added = await (await this.pieces()).add(piece, Date.now());
      if (added) this.tell(piece.question);
      return added ? 'attached' : 'refused';
    } catch {
      return 'failed';
    }
  }

  /** Takes a piece away from its answer. @returns whether it is gone */
  async detach({ id, question }: Evidence): Promise<boolean> {
    try {
      await (await this.pieces()).remove(id);
    } catch {
      return false;
    }
    this.tell(question);
    return true;
  }

  /** Has this page and the other tabs read again what the reader has done with a question. */
  tell(question: number): void {
    this.#news.postMessage(question);
    for (const tell of this.#watchers) tell(question);
  }

  /** A mark of a question; undefined where there is none, or nothing is kept. */
  async markOf<Kind extends MarkKind>(kind: Kind, question: number): Promise<MarkOf<Kind> | undefined> {
    try {
      return await (await this.marks()).read(kind, question);
    } catch {
      return undefined;
    }
  }

  /** Calls back with the number of a question of which this page has changed a mark, or the pieces. @returns ends it */
  watchMarks(tell: (question: number) => void): () => void {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  }

  /** Calls back with the number of a question of which another tab has changed something. @returns ends it */
  watch(tell: (question: number) => void): () => void {
    const hear = ({ data }: MessageEvent<number>) => tell(data);
    this.#news.addEventListener('message', hear);
    return () => this.#news.removeEventListener('message', hear);
  }

  /** Calls back when the notebook was closed under this page. @returns ends it */
  watchGone(tell: (why: Gone) => void): () => void {
    this.#gone.add(tell);
    return () => this.#gone.delete(tell);
  }

  /** Lets go of the database and of the other tabs. */
  async close(): Promise<void> {
    this.#channel?.close();
    (await this.#database)?.close();
  }

  /** @throws DOMException where the browser keeps nothing for this page */
  async answers(): Promise<Answers> {
    return new Answers(await this.database(), Date.now);
  }

  /** @throws DOMException likewise */
  async marks(): Promise<Marks> {
    return new Marks(await this.database());
  }

  /** @throws DOMException likewise */
  async pieces(): Promise<Pieces> {
    return new Pieces(await this.database());
  }

  /** For what concerns all of it; see `whole.ts`. @throws DOMException likewise */
  async database(): Promise<Database> {
    this.#database ??= this.#open();
    try {
      return await this.#database;
    } catch (error) {
      this.#database = undefined;
      throw error;
    }
  }

  async #open(): Promise<Database> {
    const database = await openDatabase(this.#name, (why) => {
      this.#database = undefined;
      for (const tell of this.#gone) tell(why);
    });
    await takeHeldAnswers(new Answers(database, Date.now));
    return database;
  }

  /** Tells the other tabs of which question something has changed. Only where a page lives, for it would keep a build alive. */
  get #news(): BroadcastChannel {
    this.#channel ??= new BroadcastChannel(`${this.#name}:answers`);
    return this.#channel;
  }
}

/** The one of this page. */
export const pageNotebook = new Notebook();
