// The Python that the workbook shows, run by a real Python: it and the lab open what the other has sealed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test, vi } from 'vitest';
import { fromBase64, fromUtf8, toBase64, utf8 } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import { Memory } from '#lab/memory.ts';
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
  const stage = stages.aead;
  const [room, sender] = ['salon', 'gauche'];
  const names = [room, sender];

  test('what Python seals opens here, numbered and under one salt', async () => {
    const sealed = await python(
      'aead',
      MESSAGES.map((message) => ({ message, names })),
    );
    const tokens = sealed.map(({ token }) => bytesOf(token));
    const salt = stage.saltIn(tokens[0] ?? '');
    const keys = deriveKeys(stage, PASSWORD, {}, salt);
    const context = { now: seconds(), room, sender, self: 'droite', memory: new Memory() };
    expect(tokens.map((token) => fromUtf8(stage.open(token, keys, context)))).toEqual(MESSAGES);
    expect(context.memory.highest(sender, salt)).toBe(4n);
    for (const token of tokens) expect(tryOpen(stage, token, keys, context)).toBeUndefined(); // not again
  });

  test('Python opens what was sealed here, once, in order, in its room, from its sender', async () => {
    const salt = random(16);
    const keys = deriveKeys(stage, PASSWORD, {}, salt);
    const sealed = (counter: number, text: string) => {
      const context = { now: seconds(), random, room, sender, sending: { salt, counter } };
      return tokenJson(stage.seal(utf8(text), keys, context));
    };
    const first = sealed(1, 'un');
    const fourth = sealed(4, 'quatre');
    const answers = await python('aead', [
      { token: first, names },
      { token: first, names },
      { token: sealed(3, 'trois'), names },
      { token: sealed(2, 'deux'), names },
      { token: fourth, names: ['autre', sender] },
      { token: fourth, names: [room, 'droite'] },
      { token: fourth, names: ['salong', 'auche'] },
      { token: fourth, names },
    ]);
    const refused = { refused: 'InvalidTag' };
    const inOrder = ['un', refused, 'trois', refused, refused, refused, refused, 'quatre'];
    expect(answers).toEqual(inOrder.map((one) => (typeof one === 'string' ? { message: one } : one)));
  });
});
