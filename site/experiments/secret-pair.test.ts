// The hidden texts of question 6: whoever guesses the hint learns of the secret, in every language.
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { langs } from '../i18n/langs.ts';
import { drawPair } from './secret-pair.ts';
import { secretWords } from './secret-words.ts';

const lengths = (texts: readonly string[]) => texts.map((text) => utf8(text).length);

describe.each(langs)('%s', (lang) => {
  const { openings, hints, beginnings, words } = secretWords[lang];

  test('the hint lies on the secret words, wherever it begins and however short they are', () => {
    expect(Math.min(...lengths(openings))).toBeGreaterThanOrEqual(Math.max(...lengths(beginnings)));
    const shortest = Math.min(...lengths(words));
    expect(shortest).toBeGreaterThanOrEqual(6);
    expect(Math.max(...lengths(openings)) + Math.max(...lengths(hints))).toBeLessThanOrEqual(
      Math.min(...lengths(beginnings)) + 3 * shortest + 2,
    );
  });

  test('the secret words are many, and a byte a letter', () => {
    expect(new Set(words).size).toBe(words.length);
    expect(words.length ** 3).toBeGreaterThan(50_000);
    for (const word of words) expect(utf8(word)).toHaveLength(word.length);
  });

  test('a pair is drawn by chance alone', () => {
    const pair = (byte: number) => drawPair(lang, (length) => new Uint8Array(length).fill(byte));
    expect(pair(1).texts[0]).toContain(pair(1).hint);
    expect(pair(1)).toEqual(pair(1));
    expect(pair(1).texts[1]).not.toBe(pair(2).texts[1]);
  });
});
