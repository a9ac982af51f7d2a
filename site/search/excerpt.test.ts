// An excerpt taken apart: nothing is lost, and nothing becomes HTML.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from './excerpt.ts';

const texts = (excerpt: string) => piecesOf(excerpt).map(({ text, found }) => (found ? `[${text}]` : text));

test.each([
  ['rien', ['rien']],
  ['', []],
  ['le <mark>rejeu</mark> d’un jeton', ['le ', '[rejeu]', ' d’un jeton']],
  ['<mark>un</mark> <mark>deux</mark>', ['[un]', ' ', '[deux]']],
  ['&lt;img <mark>onerror</mark>=…&gt;', ['<img ', '[onerror]', '=…>']],
  ['<b>gras</b>', ['<b>gras</b>']], // text, as all the rest
  ['coupé <mark>ici', ['coupé ', '[ici]']],
])('%s', (excerpt, pieces) => expect(texts(excerpt)).toEqual(pieces));

test('every word of any text is there, in order, once', () => {
  const word = fc.string().filter((text) => !/<\/?mark>|&[lg]t;/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.boolean())), (words) => {
      const entities = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const excerpt = words
        .map(([text, found]) => (found ? `<mark>${entities(text)}</mark>` : entities(text)))
        .join('');
      const read = piecesOf(excerpt);
      const joined = (only: (found: boolean) => boolean, pieces: readonly (readonly [string, boolean])[]) =>
        pieces
          .filter(([, found]) => only(found))
          .map(([text]) => text)
          .join('');
      const asPairs = read.map(({ text, found }) => [text, found] as const);
      expect(joined(Boolean, asPairs)).toBe(joined(Boolean, words));
      expect(joined(() => true, asPairs)).toBe(joined(() => true, words));
    }),
  );
});
