// What is copied for other programs: Python itself reads what is written for Python.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fromUtf8, toHex, utf8 } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import type { StageName, Token } from '#lab/stage.ts';
import { stageNames, stages } from '#lab/stages.ts';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { AROUND, CHEAP, NOW, SALT } from '../../test/stage-contract.ts';
import { bytesAs, fieldAs, tokenAs } from './copying.ts';

const random = seededRandom(seedOfThisRun());

/** Reads each line as a Python literal, and answers with its type and its bytes in hexadecimal, part by part. */
const READER = `
import ast, json, sys
def told(value):
    if isinstance(value, tuple): return ['tuple', *map(told, value)]
    raw = value.encode('utf-8', 'surrogatepass') if isinstance(value, str) else value
    return [type(value).__name__, raw.hex()]
print(json.dumps([told(ast.literal_eval(literal)) for literal in json.load(sys.stdin)]))
`;

function readByPython(literals: readonly string[]): unknown[] {
  const output = execFileSync('/usr/bin/python3', ['-c', READER], { input: JSON.stringify(literals) });
  return JSON.parse(output.toString());
}

describe('as Python', () => {
  test('any bytes are read back, whatever they are', () => {
    const every = Uint8Array.from({ length: 256 }, (_, i) => i);
    const quotes = [`'`, `"`, `'"`, '\\', '\\x00', '\n\r\t', ''].map(utf8);
    const chance = Array.from({ length: 300 }, (_, i) => random(i % 70));
    const all = [every, ...quotes, ...chance];
    const literals = all.map((bytes) => bytesAs(bytes, 'python'));
    expect(readByPython(literals)).toEqual(all.map((bytes) => ['bytes', toHex(bytes)]));
    expect(literals.every((literal) => /^[\x20-\x7e]*$/.test(literal))).toBe(true);
  });

  test('they look as Python would write them', () => {
    expect(bytesAs(Uint8Array.of(0x80, 0x00, 0x41, 0x0a, 0x5c), 'python')).toBe(String.raw`b'\x80\x00A\n\\'`);
    expect(bytesAs(utf8(`l'eau`), 'python')).toBe(`b"l'eau"`);
    expect(bytesAs(utf8(`'"`), 'python')).toBe(String.raw`b'\'"'`);
  });

  test('a text is a text', () => {
    const texts = ['rdv 14h', `l'été à "Nice"`, 'a\\nb\nc', '\u202e\u0000😀', ''];
    const literals = texts.map((text) => fieldAs({ name: 'text', offset: 0, bytes: utf8(text) }, 'python'));
    expect(readByPython(literals)).toEqual(texts.map((text) => ['str', toHex(utf8(text))]));
  });
});

describe('a whole token', () => {
  const sealed = (stage: StageName): Token =>
    stages[stage].seal(utf8('rdv 14h'), deriveKeys(stages[stage], 'soleil', CHEAP, SALT), {
      now: NOW,
      random,
      ...AROUND,
      sending: { salt: SALT, counter: 1 },
    });
  const copied = (stage: StageName, token: Token, format: 'hex' | 'base64' | 'python') =>
    tokenAs(token, stages[stage].fields(token), format);
  const told = (token: Token): unknown => {
    if (typeof token === 'string') return ['str', toHex(utf8(token))];
    return token instanceof Uint8Array ? ['bytes', toHex(token)] : ['tuple', ...token.map(told)];
  };

  test.each(stageNames)('of stage %s is, in Python, what its `open` takes', (stage) => {
    const token = sealed(stage);
    expect(readByPython([copied(stage, token, 'python')])).toEqual([told(token)]);
  });

  test('of Fernet is its own text in base64, and in hexadecimal the bytes behind it', () => {
    const token = sealed('fernet');
    expect(copied('fernet', token, 'base64')).toBe(fromUtf8(token as Uint8Array)); // Fernet seals to bytes
    expect(copied('fernet', token, 'hex')).toMatch(/^80000000006921de00[0-9a-f]{128}$/);
  });

  test('of two parts has a line for each', () => {
    const token = sealed('hazmat');
    expect(copied('hazmat', token, 'hex')).toMatch(/^[0-9a-f]{32}\n[0-9a-f]{32}$/);
    expect(copied('hazmat', token, 'base64')).toMatch(/^[\w+/]{22}==\n[\w+/]{22}==$/);
  });

  test('that is no token is copied as the bytes that it is', () => {
    const broken = utf8('pas du base64url !');
    expect(copied('fernet', broken, 'hex')).toBe(toHex(broken));
    expect(bytesAs(broken, 'base64')).toBe(copied('fernet', broken, 'base64'));
    expect(copied('plaintext', 'é', 'hex')).toBe('c3a9');
    expect(copied('plaintext', 'é', 'base64')).toBe('w6k=');
  });
});
