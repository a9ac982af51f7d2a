// A student's own seat, as this browser keeps it: whoever comes back in another tab, or tomorrow, sits there again.

export interface OwnSeat {
  readonly seat: string;
  readonly pseudonym: string;
  /** proves that the seat is one's own */
  readonly pass: string;
  /** whether the server may keep this student's notebook; undefined until the student has said so */
  readonly notebook?: boolean;
  /** whether the server may still have a copy of one that it may not keep any more */
  readonly notebookGoes?: boolean;
}

const isSeat = (value: unknown): value is OwnSeat =>
  typeof value === 'object' &&
  value !== null &&
  ['seat', 'pseudonym', 'pass'].every(
    (name) => name in value && typeof Reflect.get(value, name) === 'string',
  );

/** The seat of one lesson at one address. */
export class SeatShelf {
  readonly #name: string;
  readonly #storage: Storage | undefined;

  /** @param storage - the browser's own; undefined where it is closed to pages */
  constructor(base: string, lesson: string, storage: Storage | undefined) {
    this.#name = `tp-chat-chiffre:seat ${base} ${lesson}`;
    this.#storage = storage;
  }

  read(): OwnSeat | undefined {
    try {
      const seat: unknown = JSON.parse(this.#storage?.getItem(this.#name) ?? 'null');
      return isSeat(seat) ? seat : undefined;
    } catch {
      return undefined; // nothing that was kept by this page
    }
  }

  /** @returns whether it is kept */
  keep(seat: OwnSeat): boolean {
    try {
      this.#storage?.setItem(this.#name, JSON.stringify(seat));
      return this.#storage !== undefined;
    } catch {
      return false;
    }
  }

  forget(): void {
    this.#storage?.removeItem(this.#name);
  }

  /** Calls back when another tab has joined, or has given the seat up. */
  watch(tell: () => void): void {
    addEventListener('storage', ({ key }) => {
      if (key === this.#name || key === null) tell();
    });
  }
}

/** The browser's storage; undefined where it is closed to pages. */
export function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined; // a browser that keeps nothing throws already here
  }
}
