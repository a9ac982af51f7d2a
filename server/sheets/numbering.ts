// Tells which question a number means, and whether it means one at all: an answer may hold a numbered list of its own.
import type { Marker, Strength } from './number-marker.ts';
import { QUESTIONS, type Section, sections } from './sheet.ts';

/** What a number begins: an answer, something that belongs to nobody, or an item of a list within what is open. */
export type Begins = { readonly question: number | undefined } | 'text';

/** What is open where the number stands. */
export interface Current {
  /** 0 where no number opened it */
  readonly number: number;
  readonly strength: Strength | 0;
  /** the answer to a question, not something that belongs to nobody */
  readonly isAnswer: boolean;
}

/** What stands around the number. */
export interface Surroundings {
  /** the line before ends with a colon */
  readonly isAnnounced: boolean;
  /** the next number that is written in the same way */
  readonly following: number | undefined;
}

const NOBODY = { question: undefined };

const within = ({ first, last }: Section, number: number) => first <= number && number <= last;
const size = ({ first, last }: Section) => last - first + 1;
const MOST_IN_SECTION = Math.max(...sections.map(size));

export class Numbering {
  #section: Section | undefined;
  /** Whether the numbers of this section run on or restart at 1. None is both: no section has more questions than stand before it. */
  #mode: 'unknown' | 'running' | 'restarting' = 'unknown';
  /** below a heading that may be of a section, and names none that is known */
  #isAstray = false;
  /** astray, where numbers that begin anew may mean any question */
  #isAmbiguous = false;
  readonly #claimed = new Set<number>();
  /** the last number of a list within what is open */
  #listed = 0;
  readonly #written: ReadonlyMap<Strength, ReadonlySet<number>>;

  /** @param markers - all of the sheet */
  constructor(markers: Iterable<Marker>) {
    const written = new Map<Strength, Set<number>>(
      [1, 2, 3].map((strength) => [strength as Strength, new Set()]),
    ); // 1 to 3
    for (const { strength, numbers } of markers)
      for (const number of numbers) written.get(strength)?.add(number);
    this.#written = written;
  }

  get section(): Section | undefined {
    return this.#section;
  }

  enter(section: Section | undefined): void {
    this.#section = section;
    this.#mode = 'unknown';
    this.#isAstray = false;
    this.#isAmbiguous = false;
    this.#listed = 0;
  }

  /** @param restarts - whether the numbers below are known to begin anew */
  goAstray(restarts: boolean): void {
    this.#isAstray = true;
    this.#isAmbiguous = restarts;
    this.#listed = 0;
  }

  /** Decides about a number, and keeps in mind what it decided. */
  begins(marker: Marker, current: Current | undefined, around: Surroundings): Begins {
    const begins = this.#decide(marker, current, around);
    const [number = 0] = marker.numbers;
    this.#listed = begins === 'text' ? number : 0;
    if (begins === 'text' || begins.question === undefined) return begins;
    this.#claimed.add(begins.question);
    if (this.#section && this.#mode === 'unknown')
      this.#mode = within(this.#section, number) || number > size(this.#section) ? 'running' : 'restarting';
    return begins;
  }

  #decide(
    { numbers, strength, bare, form }: Marker,
    current: Current | undefined,
    around: Surroundings,
  ): Begins {
    const [number = 0, second] = numbers;
    const isAbsolute = form === 'title' || form === 'pair';
    const question = isAbsolute ? number : this.#questionOf(number);
    const isSure = strength === 3;
    if (second !== undefined) return isSure || second === number + 1 ? NOBODY : 'text';
    if (!isSure && current && this.#isListed(number, strength, bare, current, around)) return 'text';
    if (question === undefined) return isSure || current?.number === number - 1 ? NOBODY : 'text';
    if (isAbsolute) return { question };
    if (this.#isAstray && this.#claimed.has(question) && !current?.isAnswer) this.#isAmbiguous = true;
    if (this.#isAmbiguous && (number <= MOST_IN_SECTION || current?.number === number - 1)) return NOBODY;
    if (!this.#claimed.has(question)) return { question };
    if (isSure) return this.#isAstray ? NOBODY : { question };
    return current?.isAnswer ? 'text' : NOBODY;
  }

  /** Whether the number is that of an item in a list which the open answer holds. */
  #isListed(
    number: number,
    strength: Strength,
    bare: boolean,
    current: Current,
    around: Surroundings,
  ): boolean {
    const isNext = number === current.number + 1;
    const goesOn = this.#listed !== 0 && number === this.#listed + 1;
    if (current.strength > strength) {
      const isWrittenElsewhere = [2, 3].some(
        (other) => other > strength && this.#written.get(other as Strength)?.has(number), // 2 or 3
      );
      if (!isNext || goesOn || isWrittenElsewhere) return true;
    }
    if (this.#hasOneQuestion() && number < QUESTIONS && !bare)
      return number !== 1 || around.following === 2 || goesOn;
    if (number === 1 && current.number > 1 && around.isAnnounced) return true;
    return goesOn && !isNext;
  }

  #hasOneQuestion(): boolean {
    return this.#section !== undefined && size(this.#section) === 1;
  }

  #questionOf(number: number): number | undefined {
    const section = this.#section;
    const isLocal = section !== undefined && number >= 1 && number <= size(section);
    if (isLocal && this.#mode !== 'running' && !within(section, number)) return section.first + number - 1;
    if (this.#mode === 'restarting') return undefined;
    return number >= 1 && number <= QUESTIONS ? number : undefined;
  }
}
