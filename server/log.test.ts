// The log's words: held against Python's own repr, and against what could forge a line.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../test/random.ts';
import { entry, formatLine, pythonRepr, quote } from './log.ts';

describe('repr', () => {
  // Seen in the original's log.
  test.each([
    ["o'neil", `"o'neil"`],
    [`l'été "x"`, `'l\\'été "x"'`],
    ['a\\b\u00e9\u200b😀', `'a\\\\bé\\u200b😀'`],
    ['', `''`],
  ])('writes %j as the original does', (text, repr) => expect(pythonRepr(text)).toBe(repr));

  test('agrees with Python on a thousand random texts', () => {
    const random = seededRandom(seedOfThisRun());
    // Planes whose characters have long been assigned or reserved: both sides' Unicode says the same of them.
    const ranges = [
      [0x00, 0x250],
      [0x2000, 0x2070],
      [0x20, 0x7f],
      [0xfe00, 0xff00],
      [0x1f600, 0x1f640],
      [0xe0000, 0xe0080],
      [0xd800, 0xd900],
    ] as const;
    const upTo = (below: number) => new DataView(random(4).buffer).getUint32(0) % below;
    const character = () => {
      const [from, to] = ranges[upTo(ranges.length)] ?? [0, 1];
      return String.fromCodePoint(from + upTo(to - from));
    };
    // A pair of halves would be one character here and two in Python's JSON: a letter keeps them apart.
    const texts = Array.from({ length: 1000 }, () => Array.from({ length: upTo(20) }, character).join('x'));
    const program = 'import json,sys; print(json.dumps([repr(t) for t in json.load(sys.stdin)]))';
    const { stdout } = spawnSync('/usr/bin/python3', ['-I', '-c', program], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
    });
    expect(texts.map(pythonRepr)).toEqual(JSON.parse(stdout));
  });
});

describe('a quoted text', () => {
  test('is what it was, where nothing in it is dangerous', () => {
    const text = 'été 🙂 \\n "a" \'b\' <b> {}';
    expect(quote(text)).toBe(text);
  });
  test.each([
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
    ['\u0000', '\\x00'],
    ['\u001b', '\\x1b'],
    ['\u007f', '\\x7f'],
    ['\u0085', '\\x85'],
    ['\u2028', '\\u2028'],
    ['\u2029', '\\u2029'],
    ['\u061c', '\\u061c'],
    ['\u200e', '\\u200e'],
    ['\u202e', '\\u202e'],
    ['\u2066', '\\u2066'],
    ['\ud83d', '\\ud83d'],
  ])('writes %j as %s', (character, escaped) => expect(quote(`a${character}b`)).toBe(`a${escaped}b`));
});

test('entries name users as they are, and what cannot be in a name not at all', () => {
  expect(entry.removed('a\u202eb')).toBe('remove user a\\u202eb (disconnected)');
  expect(entry.users(['gauche', "o'neil"])).toBe(`User list : ['gauche', "o'neil"]`);
  const line = { seq: 1, at: 0, level: 'DEBUG', logger: 'ChatServer', text: 'x' } as const;
  expect(formatLine(line)).toBe('DEBUG:ChatServer:x');
});
