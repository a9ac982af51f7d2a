// The Python that the workbook shows, run by a real Python: it and the lab open what the other has sealed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { gcm } from '@noble/ciphers/aes.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { describe, expect, test, vi } from 'vitest';
import { concat, fromBase64, fromUtf8, toBase64, utf8 } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import { type Token, tryOpen } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';

// A Python starts for each question, and two of its keys are slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

const random = seededRandom(seedOfThisRun());
const PASSWORD = 'soleil d’été';
const MESSAGES = ['', 'rdv 14h', '🙂 été\n"x"', 'x'.repeat(5000)];

type Json = string | { readonly b64: string } | readonly Json[];
interface Case {
  readonly message?: string;
  readonly token?: Json;
  readonly names?: readonly string[];
}
interface Answer {
  readonly token?: Json;
  readonly message?: string;
  readonly refused?: string;
}

/** One session of a stage's Python: its answers, in order. */
async function python(stage: string, cases: readonly Case[]): Promise<Answer[]> {
  const peer = spawn('/usr/bin/python3', ['-I', 'test/stage_code_peer.py', stage, PASSWORD], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(peer, 'close');
  peer.stdin.end(cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const answers: Answer[] = [];
  for await (const line of createInterface({ input: peer.stdout })) answers.push(JSON.parse(line));
  await closed;
  expect(answers).toHaveLength(cases.length);
  return answers;
}

const bytesJson = (bytes: Uint8Array): Json => ({ b64: toBase64(bytes) });

function tokenJson(token: Token): Json {
  if (typeof token === 'string') return token;
  return token instanceof Uint8Array ? bytesJson(token) : token.map(bytesJson);
}

function bytesOf(json: Json | undefined): Uint8Array {
  const bytes = typeof json === 'object' && 'b64' in json ? fromBase64(json.b64) : undefined;
  if (!bytes) throw new Error(`no bytes: ${JSON.stringify(json)}`);
  return bytes;
}

function tokenOf(json: Json | undefined): Token {
  if (typeof json === 'string') return json;
  return json && 'length' in json ? [bytesOf(json[0]), bytesOf(json[1])] : bytesOf(json);
}

const seconds = () => Math.floor(Date.now() / 1000);

describe.each(['plaintext', 'hazmat', 'fernet', 'fernet-ttl'] as const)('%s', (name) => {
  const stage = stages[name];
  const keys = deriveKeys(stage, PASSWORD);

  test('what Python seals opens here, and the other way round', async () => {
    const sealed = await python(
      name,
      MESSAGES.map((message) => ({ message })),
    );
    const opened = sealed.map(({ token }) => stage.open(tokenOf(token), keys, { now: seconds() }));
    expect(opened.map(fromUtf8)).toEqual(MESSAGES);

    const ours = MESSAGES.map((text) => stage.seal(utf8(text), keys, { now: seconds(), random }));
    const answers = await python(
      name,
      ours.map((token) => ({ token: tokenJson(token) })),
    );
    expect(answers).toEqual(MESSAGES.map((message) => ({ message })));
  });
});

test('hazmat: Python accepts a flipped bit, as the lesson wants', async () => {
  const keys = deriveKeys(stages.hazmat, PASSWORD);
  const [counterBlock, ciphertext] = stages.hazmat.seal(utf8('rdv 14h'), keys, { now: 0, random }) as [
    Uint8Array, // this stage seals pairs
    Uint8Array,
  ];
  ciphertext[5] = (ciphertext[5] ?? 0) ^ 0x0c; // '4' becomes '8'
  const [answer] = await python('hazmat', [{ token: tokenJson([counterBlock, ciphertext]) }]);
  expect(answer).toEqual({ message: 'rdv 18h' });
});

test('Fernet: Python refuses a changed byte, and takes a token again', async () => {
  const keys = deriveKeys(stages.fernet, PASSWORD);
  const token = stages.fernet.seal(utf8('rdv 14h'), keys, { now: 0, random });
  const spoilt = Uint8Array.from(bytesOf(tokenJson(token)));
  spoilt[30] = spoilt[30] === 65 ? 66 : 65;
  const good = { token: tokenJson(token) };
  const answers = await python('fernet', [good, good, { token: bytesJson(spoilt) }]);
  expect(answers).toEqual([{ message: 'rdv 14h' }, { message: 'rdv 14h' }, { refused: 'InvalidToken' }]);
});

test('TTL: each side refuses what is 31 s old or more', async () => {
  const stage = stages['fernet-ttl'];
  const keys = deriveKeys(stage, PASSWORD);
  const old = stage.seal(utf8('vieux'), keys, { now: seconds() - 31, random });
  const [refusal, sealed] = await python('fernet-ttl', [{ token: tokenJson(old) }, { message: 'neuf' }]);
  expect(refusal).toEqual({ refused: 'InvalidToken' });
  const token = tokenOf(sealed?.token);
  expect(tryOpen(stage, token, keys, { now: seconds() + 29 })).toEqual(utf8('neuf'));
  expect(tryOpen(stage, token, keys, { now: seconds() + 32 })).toBeUndefined();
});

describe('aead', () => {
  const names = ['salon', 'gauche'];

  /** What a token of this layout is bound to: version, room, sender (each after its length), salt, counter. */
  function cipherOf(head: Uint8Array, nonce: Uint8Array) {
    const sized = names.map((name) => concat(Uint8Array.of(0, name.length), utf8(name)));
    const key = scrypt(utf8(PASSWORD), head.subarray(1, 17), { N: 2 ** 15, r: 8, p: 1, dkLen: 32 });
    return gcm(key, nonce, concat(head.subarray(0, 1), ...sized, head.subarray(1)));
  }

  function sealed(counter: number, text: string, salt: Uint8Array): Json {
    const head = concat(Uint8Array.of(1), salt, new Uint8Array(8));
    new DataView(head.buffer).setBigUint64(17, BigInt(counter));
    const nonce = random(12);
    return bytesJson(concat(head, nonce, cipherOf(head, nonce).encrypt(utf8(text))));
  }

  test('what Python seals has the layout of the stage: version, salt, counter, nonce, ciphertext, tag', async () => {
    const answers = await python(
      'aead',
      MESSAGES.map((message) => ({ message, names })),
    );
    const tokens = answers.map(({ token }) => bytesOf(token));
    expect(tokens.map((token) => [token[0], token[24]])).toEqual([1, 2, 3, 4].map((counter) => [1, counter]));
    expect(new Set(tokens.map((token) => toBase64(token.subarray(1, 17)))).size).toBe(1); // one salt a session
    const opened = tokens.map((token) =>
      cipherOf(token.subarray(0, 25), token.subarray(25, 37)).decrypt(token.subarray(37)),
    );
    expect(opened.map(fromUtf8)).toEqual(MESSAGES);
  });

  test('Python opens what was sealed by hand, once, in order, in its room, from its sender', async () => {
    const salt = random(16);
    const first = sealed(1, 'un', salt);
    const third = sealed(3, 'trois', salt);
    const elsewhere = sealed(4, 'ailleurs', salt);
    const answers = await python('aead', [
      { token: first, names },
      { token: first, names },
      { token: third, names },
      { token: sealed(2, 'deux', salt), names },
      { token: elsewhere, names: ['autre', 'gauche'] },
      { token: elsewhere, names: ['salon', 'droite'] },
      { token: elsewhere, names: ['salong', 'auche'] },
      { token: elsewhere, names },
    ]);
    const refused = { refused: 'InvalidTag' };
    expect(answers).toEqual([
      { message: 'un' },
      refused,
      { message: 'trois' },
      refused,
      refused,
      refused,
      refused,
      { message: 'ailleurs' },
    ]);
  });
});
