// Finds a reader's own words in the lines of a log.

/** As many words as can be told apart by their underlines. */
export const MOST_WORDS = 5;

/** What was typed into the box, as single words; the same one twice is one. */
export function wordsIn(typed: string): readonly string[] {
  const words = typed.toLowerCase().match(/[^\s,;]+/g) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

export interface Found {
  readonly text: string;
  /** which of the words this is; undefined for what stands between */
  readonly word: number | undefined;
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Splits a text where it says one of these words, in capitals or not; where two of them begin, at the longer one. */
export function findWords(text: string, words: readonly string[]): readonly Found[] {
  if (words.length === 0) return [{ text, word: undefined }];
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const parts = text.split(new RegExp(`(${longestFirst.map(escaped).join('|')})`, 'i'));
  return parts.flatMap((part, i) => {
    if (part === '') return [];
    return [{ text: part, word: i % 2 === 1 ? words.indexOf(part.toLowerCase()) : undefined }];
  });
}
