// The lab's bytes beside those of Python's `cryptography`, by the thousand, both ways.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../test/random.ts';
import { NOW } from '../test/stage-contract.ts';
import { concat, fromHex, toBase64, toHex, utf8 } from './bytes.ts';
import { answer } from './oracle.ts';
import { scryptSha256 } from './primitives/scrypt.ts';
import { NO_BYTES } from './stage.ts';
import { aead } from './stages/aead.ts';
import { formatKey, splitKey } from './stages/fernet.ts';

const CASES = 2000;
const random = seededRandom(seedOfThisRun());

interface Request {
  readonly id: number;
  readonly op: string;
  readonly [value: string]: unknown;
}
type Answer = Record<string, unknown>;

/** A whole number from 0 to `below` - 1. */
const upTo = (below: number) => new DataView(random(4).buffer).getUint32(0) % below;

const ours = (requests: readonly Request[]): Answer[] =>
  requests.map((request) => JSON.parse(answer(JSON.stringify(request), { now: () => NOW, random })));

/** The peer's answers, in order. */
async function python(requests: readonly Request[]): Promise<Answer[]> {
  const peer = spawn('/usr/bin/python3', ['-I', 'test/cryptography_peer.py'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(peer, 'close');
  peer.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const answers: Answer[] = [];
  for await (const line of createInterface({ input: peer.stdout })) answers.push(JSON.parse(line));
  await closed;
  return answers;
}

const cases = (make: (id: number) => Request) => Array.from({ length: CASES }, (_, id) => make(id));

describe('Fernet', () => {
  const seals = cases((id) => ({
    id,
    op: 'fernet_encrypt',
    key: formatKey(splitKey(random(32))),
    data_b64: toBase64(random(upTo(200))),
    time: NOW - upTo(10 ** 6),
  }));

  /** The request that opens what an answer to `seals[i]` sealed; every second one with a TTL that just suffices. */
  const opening = (sealed: Answer, i: number): Request => {
    const { id, key, time } = seals[i] as Request & { time: number }; // the request of that answer
    const clock = i % 2 ? { ttl: 30, now: time + 30 } : { ttl: null, now: NOW };
    return { id, op: 'fernet_decrypt', key, token: sealed.token, ...clock };
  };
  const plaintexts = seals.map(({ data_b64 }) => data_b64);

  test(`${CASES} tokens made here open there`, async () => {
    const opened = await python(ours(seals).map(opening));
    expect(opened.map((result) => result.plaintext_b64)).toEqual(plaintexts);
  });

  test(`${CASES} tokens made there open here`, async () => {
    const opened = ours((await python(seals)).map(opening));
    expect(opened.map((result) => result.plaintext_b64)).toEqual(plaintexts);
  });

  test('a token with one changed byte is refused on both sides, and so is a late one', async () => {
    const spoilt = ours(seals)
      .slice(0, 500)
      .map((sealed, i) => {
        const request = opening(sealed, i);
        if (i % 2) return { ...request, now: Number(request.now) + 1 };
        const decoded = Buffer.from(String(sealed.token), 'base64url');
        const at = upTo(decoded.length);
        decoded[at] = (decoded[at] ?? 0) ^ (1 << upTo(8));
        return { ...request, token: decoded.toString('base64').replaceAll('+', '-').replaceAll('/', '_') };
      });
    const refusals = spoilt.map(({ id }) => ({ id, ok: false, error: 'InvalidToken' }));
    expect(ours(spoilt)).toEqual(refusals);
    expect(await python(spoilt)).toEqual(refusals);
  });
});

describe('AES-CTR with PKCS#7', () => {
  // Every tenth counter block is about to overflow, where two implementations would part if they could.
  const counterBlock = (id: number) =>
    id % 10 ? random(16) : Uint8Array.of(...random(8), 255, 255, 255, 255, 255, 255, 255, 254);
  const seals = cases((id) => ({
    id,
    op: 'ctr_pkcs7_encrypt',
    key: toHex(random(16)),
    iv: toHex(counterBlock(id)),
    msg: toHex(random(upTo(200))),
  }));
  const opening = (sealed: Answer, i: number): Request => ({
    ...(seals[i] as Request), // the request of that answer
    op: 'ctr_pkcs7_decrypt',
    msg: sealed.out,
  });
  const plaintexts = seals.map(({ msg }) => msg);

  test(`${CASES} ciphertexts made here open there, and the other way round`, async () => {
    const here = ours(seals);
    const there = await python(seals);
    expect(here).toEqual(there);
    expect((await python(here.map(opening))).map((result) => result.out)).toEqual(plaintexts);
    expect(ours(there.map(opening)).map((result) => result.out)).toEqual(plaintexts);
  });

  test('random bytes have the same fate on both sides', async () => {
    const junk = cases((id) => ({
      id,
      op: 'ctr_pkcs7_decrypt',
      key: toHex(random(16)),
      iv: toHex(random(16)),
      msg: toHex(random(upTo(4) * 16 + (id % 50 ? 0 : 5))),
    }));
    expect(ours(junk)).toEqual(await python(junk));
  });
});

test('PBKDF2 gives the same keys', async () => {
  const requests = Array.from({ length: 50 }, (_, id) => ({
    id,
    op: 'pbkdf2',
    key: toHex(random(upTo(100))),
    iv: toHex(random(upTo(40))),
    iter: 1 + upTo(50),
    len: 1 + upTo(80),
  }));
  expect(ours(requests)).toEqual(await python(requests));
});

describe('the fifth stage', () => {
  // The token is put together and taken apart here by its description, and the ciphers are Python's.
  const cost = { cost: 1024, blockSize: 8, parallelization: 1, length: 32 };
  const twoBytes = (length: number) => Uint8Array.of(length >> 8, length & 255);
  const around = { room: 'salon é', sender: 'gauche' };
  const bound = (head: Uint8Array) => {
    const [room, sender] = [utf8(around.room), utf8(around.sender)];
    return concat(
      head.subarray(0, 1),
      twoBytes(room.length),
      room,
      twoBytes(sender.length),
      sender,
      head.subarray(1, 25),
    );
  };

  test('gives the same keys, tokens that open there, and opens tokens that were made there', async () => {
    const made = Array.from({ length: 50 }, (_, id) => {
      const salt = random(16);
      const password = `mot de passe ${id} é`;
      const keys = aead.keys(scryptSha256(utf8(password), salt, cost));
      const text = random(upTo(100));
      const token = aead.seal(text, keys, {
        now: NOW,
        random,
        ...around,
        sending: { salt, counter: 1 + upTo(1000) },
      }) as Uint8Array; // a token of this stage is bytes
      return { id, salt, password, keys, text, token };
    });
    const derived = await python(
      made.map(({ id, salt, password }) => ({
        id,
        op: 'scrypt',
        key: toHex(utf8(password)),
        iv: toHex(salt),
        n: cost.cost,
        r: 8,
        p: 1,
        len: 32,
      })),
    );
    expect(derived.map(({ out }) => out)).toEqual(made.map(({ keys }) => toHex(keys.encryptionKey)));
    const asked = made.map(({ id, keys, token }) => ({
      id,
      op: 'gcm_decrypt',
      key: toHex(keys.encryptionKey),
      iv: toHex(token.subarray(25, 37)),
      msg: toHex(token.subarray(37)),
      aad: toHex(bound(token)),
    }));
    expect((await python(asked)).map(({ out }) => out)).toEqual(made.map(({ text }) => toHex(text)));
    const sealedThere = await python(
      made.map(({ text }, i) => ({ ...(asked[i] as Request), op: 'gcm_encrypt', msg: toHex(text) })), // of that one
    );
    for (const [i, { keys, text, token }] of made.entries()) {
      const sealed = fromHex(String(sealedThere[i]?.out)) ?? NO_BYTES;
      const opened = aead.open(concat(token.subarray(0, 37), sealed), keys, { now: NOW, ...around });
      expect(toHex(opened)).toBe(toHex(text));
    }
  });
});
