// The attacker's list: weak passwords, and what people make of them when told to add something; the likely ones first.
import { WEAK_PASSWORDS } from './weak-passwords.ts';

/** All words with all endings: every word with the first ending, then every word with the second, and so on. */
export interface Rule {
  readonly words: readonly string[];
  readonly endings: readonly string[];
}

// Only plain words are dressed up, and no word in leet that is a word with digits after it: nothing comes twice.
const small = WEAK_PASSWORDS.filter((password) => /^[a-z]+$/.test(password));
const capital = small.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
const upper = small.map((word) => word.toUpperCase());

const LEET: Readonly<Record<string, string>> = { a: '@', e: '3', i: '1', o: '0', s: '5' };
const leet = small
  .map((word) => word.replaceAll(/[aeios]/g, (letter) => LEET[letter] ?? letter))
  .filter((word) => !/^[a-z]+\d*$/.test(word));

const likely = '1 123 ! 12 13 01 007 1234 * . ? $ @ # - _ !!'.split(' ');

/** All numbers of so many digits, leading zeros included: they are the end of a year, or a day and a month. */
const allNumbers = (digits: number) =>
  Array.from({ length: 10 ** digits }, (_, number) => String(number).padStart(digits, '0'));
const numbers = (digits: number) => allNumbers(digits).filter((number) => !likely.includes(number));

const isYear = (number: string) => number >= '1940' && number <= '2029';
const years = numbers(4).filter(isYear);
const shouted = [...allNumbers(2), ...years].map((number) => `${number}!`);

/** The same endings for a word as it is, and with its first letter raised. */
const both = (endings: readonly string[]): Rule[] => [
  { words: small, endings },
  { words: capital, endings },
];

/** What the list is made of, in its order. */
export const rules: readonly Rule[] = [
  ...[WEAK_PASSWORDS, capital, upper, leet].map((words) => ({ words, endings: [''] })),
  ...[likely, years, numbers(1), numbers(2), shouted, numbers(3)].flatMap(both),
  ...both(numbers(4).filter((number) => !isYear(number))),
];

/** How many candidates come before each rule's first one; after the last rule's number, the count of them all. */
const starts = [0];
for (const { words, endings } of rules) starts.push((starts.at(-1) ?? 0) + words.length * endings.length);

/** How many candidates there are. */
export const candidateCount = starts.at(-1) ?? 0;

/**
 * The candidate at a place of the list, without making those before it.
 * @throws RangeError for a place that is not in the list
 */
export function candidateAt(index: number): string {
  let at = rules.length - 1; // nearly all candidates are the last rules'
  while (at > 0 && index < (starts[at] ?? 0)) at -= 1;
  const rule = rules[at];
  const place = index - (starts[at] ?? 0);
  const word = rule?.words[place % rule.words.length];
  const ending = rule?.endings[Math.floor(place / rule.words.length)];
  if (word === undefined || ending === undefined)
    throw new RangeError(`index: ${index} came, 0 to ${candidateCount - 1} were wanted`);
  return word + ending;
}

/** A piece of the list: from one index up to another, which is not in it. */
export type Slice = readonly [from: number, to: number];

/**
 * The share of one of several workers: every so-manieth slice of the list, so that all are near its beginning together.
 * @param worker - which one, 0 to `workers` - 1
 * @param size - candidates in a slice, 1 or more
 * @param count - how many candidates are shared, the first ones of the list
 */
export function* sharedSlices(
  worker: number,
  workers: number,
  size: number,
  count = candidateCount,
): Generator<Slice, void, void> {
  for (let from = worker * size; from < count; from += workers * size)
    yield [from, Math.min(from + size, count)];
}
