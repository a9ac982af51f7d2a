// Gives the interface's French sentences their non-breaking spaces while the site is built: no page has to know the rules.
import { frenchSpaces } from '../i18n/french-spaces.ts';

const FRENCH = /\/site\/i18n\/(?:.+\.)?fr\.json$/;

/** Spaces the sentences, and not their keys. */
function spaced(code: string): string {
  const sentences: Record<string, string> = JSON.parse(code);
  const pairs = Object.entries(sentences).map(([key, sentence]) => [key, frenchSpaces(sentence)]);
  return JSON.stringify(Object.fromEntries(pairs));
}

/** A Vite plugin. */
export function frenchSentences() {
  return {
    name: 'french-sentences',
    enforce: 'pre' as const,
    transform: (code: string, id: string) => (FRENCH.test(id) ? spaced(code) : undefined),
  };
}
