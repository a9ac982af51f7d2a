// Which of the class's copies of the notebook this browser knows: those that it has sent, and the one that it has taken back.
import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from '#lab/bytes.ts';

const NAME = 'tp-chat-chiffre:known-copies';
/** Any of those that were sent while the line was down may have come. */
const MOST = 16;

/** As the server names a copy, see `server/class/kept-copy.ts`. */
export const tagOf = (notebook: string): string => `"${toHex(sha256(utf8(notebook)))}"`;

const isTags = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((tag) => typeof tag === 'string' && /^"[0-9a-f]{64}"$/.test(tag));

export class KnownCopies {
  readonly #storage: Storage | undefined;
  readonly #seat: () => string;

  /** @param storage - the browser's own; undefined where it is closed to pages, and keeps no notebook either */
  constructor(storage: Storage | undefined, seat: () => string) {
    this.#storage = storage;
    this.#seat = seat;
  }

  get #name(): string {
    return `${NAME} ${this.#seat()}`;
  }

  /** First the one that the class is known to have had, then those that were sent since. */
  all(): readonly string[] {
    try {
      const tags: unknown = JSON.parse(this.#storage?.getItem(this.#name) ?? '[]');
      return isTags(tags) ? tags : [];
    } catch {
      return []; // nothing that was kept by this page
    }
  }

  /** It is about to be sent. */
  add(tag: string): void {
    const [had = tag, ...sent] = this.all();
    this.#keep([had, ...[...sent, tag].filter((one) => one !== had).slice(1 - MOST)]);
  }

  /** The class has it. */
  has(tag: string): void {
    this.#keep([tag, ...this.all().filter((one) => one !== tag)].slice(0, MOST));
  }

  /** The class keeps none any more. */
  clear(): void {
    this.#keep([]);
  }

  /** Calls back when another tab has come to know one. @returns ends it */
  watch(tell: () => void): () => void {
    const hear = ({ key }: StorageEvent) => {
      if (key === this.#name) tell();
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }

  #keep(tags: readonly string[]): void {
    try {
      this.#storage?.setItem(this.#name, JSON.stringify(tags));
    } catch {
      // It is full: what is sent next is taken for another browser's.
    }
  }
}
