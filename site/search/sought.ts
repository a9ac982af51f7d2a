// Whether a page holds what was sought: where no word does, Pagefind shortens the sought one until some do, `étoile` to `et`.

/** The words of a text, without capitals and accents. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function alike(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** A word shares at least so much of its beginning with its other forms, in letters. */
const LEAST_STEM = 3;

/** Whether a word is the sought one, begins with it, or may be another form of it: half of it is alike. */
function isSought(sought: string, word: string): boolean {
  const shared = alike(sought, word);
  return shared === sought.length || shared >= Math.max(LEAST_STEM, sought.length / 2);
}

/**
 * @param text - what the reader looks for
 * @param marked - what Pagefind has found on the page
 * @returns whether each of the sought words is among it
 */
export function holdsSought(text: string, marked: readonly string[]): boolean {
  const words = marked.flatMap(wordsOf);
  return wordsOf(text).every((sought) => words.some((word) => isSought(sought, word)));
}
