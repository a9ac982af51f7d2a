// What a student leaves with the class, and takes away again: a sheet, a notebook, or everything.

/** What the server says once a sheet is safe. */
export interface Receipt {
  /** in milliseconds from 1970 UTC */
  readonly at: number;
  readonly key: string;
  /** of the sheet, in hexadecimal */
  readonly sha256: string;
  readonly words: number;
}

/** Why something was not kept. What is `unreached` may be tried again as it is. */
export type DeskTrouble =
  | 'unreached'
  | 'BAD_CODE'
  | 'FORBIDDEN'
  | 'LESSON_ENDED'
  | 'TOO_LARGE'
  | 'TOO_MANY_TRIES'
  | 'STORE_FULL';

const TROUBLES: Readonly<Record<number, DeskTrouble>> = {
  401: 'BAD_CODE',
  403: 'FORBIDDEN',
  410: 'LESSON_ENDED',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_TRIES',
  507: 'STORE_FULL',
};

/** What is no trouble: that the page has it already, and that the class keeps another one. */
const EXPECTED: readonly number[] = [304, 412];

/** A notebook that the class keeps. */
export interface KeptCopy {
  /** by which it is told from others, see `KnownCopies` */
  readonly tag: string;
  readonly blob: Blob;
}

/** What may be kept of a notebook, in bytes. */
export const MAX_KEPT_NOTEBOOK = 4 * 1024 * 1024;

const isReceipt = (value: unknown): value is Receipt =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'at') === 'number' &&
  typeof Reflect.get(value, 'sha256') === 'string';

export class ClassDesk {
  readonly #home: string;
  readonly #pass: () => string;

  /** @param home - the path below which the class's server takes things in */
  constructor(home: string, pass: () => string) {
    this.#home = home;
    this.#pass = pass;
  }

  /** @param key - made for one press of the button: the same one is the same hand-in */
  async handIn(sheet: string, key: string): Promise<Receipt | DeskTrouble> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    const told = await this.#ask('hand-in', { method: 'POST', headers, body: JSON.stringify({ sheet }) });
    if (typeof told === 'string') return told;
    const receipt: unknown = await told.json().catch(() => undefined);
    return isReceipt(receipt) ? receipt : 'unreached';
  }

  /** What was handed in last; undefined where nothing was, or nobody answers. */
  async lastHandIn(): Promise<Receipt | undefined> {
    const told = await this.#ask('hand-in', {});
    if (typeof told === 'string') return undefined;
    const receipt: unknown = await told.json().catch(() => undefined);
    return isReceipt(receipt) ? receipt : undefined;
  }

  /**
   * @param known - the copies that this one may take the place of
   * @param signal - cuts it while it is on its way
   * @returns undefined once it is kept
   */
  async keepNotebook(
    notebook: string,
    known: readonly string[],
    signal: AbortSignal,
  ): Promise<DeskTrouble | 'other copy' | undefined> {
    const condition = known.length > 0 ? { 'If-Match': known.join(', ') } : { 'If-None-Match': '*' };
    const headers = { 'Content-Type': 'application/json', ...condition };
    const told = await this.#ask('notebook', { method: 'PUT', headers, body: notebook, signal });
    if (typeof told === 'string') return told;
    return told.ok ? undefined : 'other copy';
  }

  /** @param known - copies that need not come. */
  async keptNotebook(known: readonly string[]): Promise<KeptCopy | 'none' | 'known' | DeskTrouble> {
    const told = await this.#ask(
      'notebook',
      known.length > 0 ? { headers: { 'If-None-Match': known.join(', ') } } : {},
    );
    if (typeof told === 'string') return told;
    if (told.status === 204) return 'none';
    if (told.status === 304) return 'known';
    const blob = await told.blob().catch(() => undefined);
    return blob ? { tag: told.headers.get('ETag') ?? '', blob } : 'unreached';
  }

  /** Has the server erase its copy of the notebook. @returns undefined once it has */
  async eraseNotebook(): Promise<DeskTrouble | undefined> {
    const told = await this.#ask('notebook', { method: 'DELETE', keepalive: true });
    return typeof told === 'string' ? told : undefined;
  }

  /** Has the server erase all that it keeps of this student. @returns undefined once it has */
  async eraseSeat(): Promise<DeskTrouble | undefined> {
    const told = await this.#ask('seat', { method: 'DELETE' });
    return typeof told === 'string' ? told : undefined;
  }

  async #ask(what: string, request: RequestInit): Promise<Response | DeskTrouble> {
    try {
      const headers = { ...request.headers, Authorization: `Bearer ${this.#pass()}` };
      const response = await fetch(`${this.#home}class/${what}`, { ...request, headers, cache: 'no-store' });
      return response.ok || EXPECTED.includes(response.status)
        ? response
        : (TROUBLES[response.status] ?? 'unreached');
    } catch {
      return 'unreached';
    }
  }
}
