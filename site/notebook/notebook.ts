// The notebook of this address and this browser: opened once a page, shared by all tabs.
import { Answers } from './answers.ts';
import { type Database, openDatabase } from './database.ts';
import type { Shelf } from './draft.ts';
import { takeOldAnswers } from './old-answers.ts';

const NAME = 'tp-chat-chiffre';

/** The answers, over a database that is opened again where the browser has closed it. */
export class Notebook implements Shelf {
  #database: Promise<Database> | undefined;
  readonly #name: string;
  readonly #gone = new Set<() => void>();
  #channel: BroadcastChannel | undefined;

  constructor(name = NAME) {
    this.#name = name;
  }

  async read(question: number): Promise<string> {
    return (await this.answers()).read(question);
  }

  async write(question: number, text: string, base: string | undefined): Promise<void> {
    await (await this.answers()).write(question, text, base);
    this.#news.postMessage(question);
  }

  /** Calls back with the number of a question whose answer another tab has changed. @returns ends it */
  watch(tell: (question: number) => void): () => void {
    const hear = ({ data }: MessageEvent<number>) => tell(data);
    this.#news.addEventListener('message', hear);
    return () => this.#news.removeEventListener('message', hear);
  }

  /** Calls back when the browser has closed the notebook under this page: its data were erased. @returns ends it */
  watchGone(tell: () => void): () => void {
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
    this.#database ??= this.#open();
    try {
      return new Answers(await this.#database, Date.now);
    } catch (error) {
      this.#database = undefined;
      throw error;
    }
  }

  async #open(): Promise<Database> {
    const database = await openDatabase(this.#name, () => {
      this.#database = undefined;
      for (const tell of this.#gone) tell();
    });
    await takeOldAnswers(new Answers(database, Date.now));
    return database;
  }

  /** Tells the other tabs which answer has changed. Only where a page lives, for it would keep a build alive. */
  get #news(): BroadcastChannel {
    this.#channel ??= new BroadcastChannel(`${this.#name}:answers`);
    return this.#channel;
  }
}

/** The one of this page. */
export const pageNotebook = new Notebook();
