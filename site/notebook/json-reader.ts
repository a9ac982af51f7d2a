// Reads values out of JSON that anybody may have written: each by its own key, of the right type, or not at all.

/** The JSON is not of the form that it claims to be, or is more than is taken. */
export class WrongForm extends Error {
  override readonly name = 'WrongForm';
  /** what the reader is told of it */
  readonly refusal: 'damaged' | 'newer' | 'long-text';

  constructor(what: string, refusal: WrongForm['refusal'] = 'damaged') {
    super(what);
    this.refusal = refusal;
  }
}

function fail(what: string): never {
  throw new WrongForm(what);
}

/** A JSON object of which nothing is known; only its own keys are ever looked at. */
export class Fields {
  readonly #value: object;

  /** @throws WrongForm for anything but an object */
  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) fail('no object');
    this.#value = value;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#value, key);
  }

  any(key: string): unknown {
    return this.has(key) ? (this.#value as Readonly<Record<string, unknown>>)[key] : undefined; // an own key
  }

  text(key: string): string {
    const value = this.any(key);
    return typeof value === 'string' ? value : fail(key);
  }

  texts(key: string): readonly string[] {
    return this.list(key, (value) => (typeof value === 'string' ? value : fail(key)));
  }

  /** A text out of a few. */
  oneOf<T extends string>(key: string, known: readonly T[]): T {
    const value = this.any(key);
    return known.find((one) => one === value) ?? fail(key);
  }

  whole(key: string, least: number, most: number): number {
    const value = this.any(key);
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : fail(key);
  }

  /** A number of zero or more. */
  amount(key: string): number {
    const value = this.any(key);
    return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : fail(key);
  }

  /** A moment that a `Date` can hold, in milliseconds from 1970 UTC. */
  moment(key: string): number {
    return this.whole(key, 0, 8.64e15);
  }

  list<T>(key: string, read: (value: unknown) => T): readonly T[] {
    const value = this.any(key);
    return Array.isArray(value) ? value.map(read) : fail(key);
  }
}
