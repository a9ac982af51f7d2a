// Keeps a long list in a tab's storage, in parts: only what has changed is written, and never much at a time.
import { type Name, type Run, runsOf } from './runs.ts';

/**
 * A browser hands what is stored to another process, and takes a hundred times as long for twice as much once it is more
 * than 64 KiB: a part of so many log lines, or messages of ordinary length, stays well below.
 */
const ENTRIES_PER_PART = 20;

export class KeptList<Entry> {
  readonly #name: string;
  readonly #nameOf: (entry: Entry) => Name;
  #parts: readonly Run<Entry>[] = [];
  #index = '';

  /**
   * @param name - in the storage; its parts are called after it
   * @param nameOf - what an entry goes by. An entry keeps its identity for as long as nothing about it changes.
   */
  constructor(name: string, nameOf: (entry: Entry) => Name) {
    this.#name = name;
    this.#nameOf = nameOf;
  }

  /** @throws SyntaxError where a part is missing, or is no JSON */
  load(storage: Storage): readonly Entry[] {
    this.#index = storage.getItem(this.#name) ?? '';
    const keys = this.#index === '' ? [] : this.#index.split(' ');
    this.#parts = keys.map((key) => {
      const entries: Entry[] = JSON.parse(storage.getItem(this.#partName(key)) ?? '');
      return { key: Number(key), entries, names: entries.map(this.#nameOf) };
    });
    return this.#parts.flatMap(({ entries }) => entries);
  }

  /** @throws DOMException where there is no room */
  save(storage: Storage, list: readonly Entry[]): void {
    const before = new Set(this.#parts);
    const parts = runsOf(list, this.#nameOf, this.#parts, ENTRIES_PER_PART);
    const keys = new Set(parts.map(({ key }) => key));
    for (const part of parts)
      if (!before.has(part)) storage.setItem(this.#partName(part.key), JSON.stringify(part.entries));
    for (const { key } of before) if (!keys.has(key)) storage.removeItem(this.#partName(key));
    const index = [...keys].join(' ');
    if (index !== this.#index) storage.setItem(this.#name, index);
    this.#parts = parts;
    this.#index = index;
  }

  #partName(key: number | string): string {
    return `${this.#name} ${key}`;
  }
}
