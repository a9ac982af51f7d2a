// Puts French's non-breaking spaces where the sources have plain ones.
import type { Lang } from './langs.ts';

const NBSP = '\u00a0';
const NARROW = '\u202f';

/**
 * Before `:` and inside « » a non-breaking space; before `;`, `!` and `?`, and within numbers, a narrow one;
 * between a number (or the place of one) and its unit, after `n°`, and within a sum, a non-breaking one.
 * Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, "Ponctuation" and "Nombres".
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/« /g, `«${NBSP}`)
    .replace(/ (»|:(?!\S))/g, `${NBSP}$1`)
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(
      /([\d}]) (?=(?:s|ms|h|min|octets?|bits?|caractères?|itérations?|€|%|Kio|Mio)(?![\p{L}\d]))/gu,
      `$1${NBSP}`,
    )
    .replace(/n° (?=[\d{])/g, `n°${NBSP}`)
    .replace(/(\d) ([−+=×]) (?=[−\d])/g, `$1${NBSP}$2${NBSP}`);
}

/** A text with the spaces that its language wants. */
export const typeset = (lang: Lang, text: string): string => (lang === 'fr' ? frenchSpaces(text) : text);
