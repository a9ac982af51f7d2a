// What happens to the server, one line of JSON each: no message, no pseudonym, no secret, no address as it stands.
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Bucket } from './rate.ts';

/** A file that has grown to this size becomes `….1`, in place of the earlier one. */
const MAX_FILE_BYTES = 1024 * 1024;

/** So many lines of one event and code at once, and so many a second: whoever is refused all day long does not fill the log. */
const BURST = 60;
const PER_SECOND = 1;
const ADDRESS_LETTERS = 12;

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

export class OperationsLog {
  readonly #write: (line: string) => void;
  readonly #now: () => number;
  readonly #salt = randomBytes(16);
  readonly #kinds = new Map<string, { readonly bucket: Bucket; left: number }>();

  /** @param write - takes a line, its end included, and never throws */
  constructor(write: (line: string) => void, now: () => number = Date.now) {
    this.#write = write;
    this.#now = now;
  }

  /** Writes a line, unless too many of its kind came before it; the next one tells how many were left out. */
  note(event: string, fields: Fields = {}): void {
    const now = this.#now();
    const name = `${event} ${fields.code ?? fields.status ?? ''}`;
    const kind = this.#kinds.get(name) ?? { bucket: new Bucket(BURST, PER_SECOND, now), left: 0 };
    this.#kinds.set(name, kind);
    if (!kind.bucket.take(1, now)) {
      kind.left += 1;
      return;
    }
    const leftOut = kind.left > 0 ? { leftOut: kind.left } : {};
    kind.left = 0;
    this.#write(`${JSON.stringify({ at: new Date(now).toISOString(), event, ...fields, ...leftOut })}\n`);
  }

  /** A name for an address, the same one until the server stops, from which the address cannot be told. */
  from(address: string): string {
    const hash = createHash('sha256').update(this.#salt).update(address).digest('hex');
    return hash.slice(0, ADDRESS_LETTERS);
  }

  /** An error by its class, its code and the places it came through: what it says might quote somebody. */
  fault(where: string, error: unknown): void {
    if (!(error instanceof Error)) {
      this.note('fault', { where, error: typeof error });
      return;
    }
    const code = 'code' in error ? String(error.code) : undefined;
    const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    const stack = places.map((line) => line.trim().replace(/\(?file:\/\/.*\//, '(')).join(' ');
    this.note('fault', { where, error: error.name, code, stack });
  }
}

/** Writes lines into a file, and keeps as much of the earlier ones again. Whatever goes wrong is told once, and lived through. */
export function fileOf(path: string, complain: (line: string) => void): (line: string) => void {
  let told = false;
  const sizeOf = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  let size: number | undefined;
  return (line) => {
    try {
      if (size === undefined) {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        size = sizeOf();
      }
      if (size > 0 && size + line.length > MAX_FILE_BYTES) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
      told = false;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (!told) complain(`Le journal d’exploitation ${path} ne peut pas être écrit (${code}).`);
      told = true;
    }
  };
}
