// Passwords tried on one token in one thread: the lab's search, beside the same guess with @noble and with OpenSSL.
// Prints its rows as JSON, from a process of its own: nothing else has made the engine's guesses wrong.
import { createHmac, hash, pbkdf2Sync } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Sha256Search } from '#lab/attacks/sha256-search.ts';
import { candidateAt } from '#lab/attacks/wordlist.ts';
import { decodeBase64Url, equal, utf8 } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import { fernet, sealFernet } from '#lab/stages/fernet.ts';
import { hazmat } from '#lab/stages/hazmat.ts';
import { median, type Row } from './table.ts';

const ROUNDS = 9;
const PBKDF2_ROUNDS = 5;
/** a place of the list where the candidates are of the usual kind: a word and some digits */
const FIRST = 1_000_000;

const iv = new Uint8Array(16).fill(7);
const sealing = { now: 1_763_827_200, random: () => iv };
const token = sealFernet(utf8('rdv 14h'), deriveKeys(fernet, 'xKd82!vQ'), sealing);
const bytes = decodeBase64Url(token) ?? new Uint8Array(0);
const signed = bytes.subarray(0, -32);
const tag = bytes.subarray(-32);
/** SHA-256 blocks of one guess: the password, the key with each pad, the signed bytes and their end, the inner hash. */
const BLOCKS = 4 + Math.ceil((signed.length + 9) / 64);

const search = new Sha256Search(token);
const byNoble = (password: string) =>
  equal(hmac(sha256, sha256(utf8(password)).subarray(0, 16), signed), tag);
const byOpenSsl = (password: string) => {
  const key = hash('sha256', password, 'buffer').subarray(0, 16);
  return createHmac('sha256', key).update(signed).digest().equals(tag);
};

/** Calls a second of this thread's CPU. */
function rateOf(calls: number, call: (i: number) => unknown): number {
  const before = process.threadCpuUsage();
  for (let i = 0; i < calls; i++) call(i);
  const { user, system } = process.threadCpuUsage(before);
  return (calls * 1e6) / (user + system);
}

const guesses = (calls: number, fits: (password: string) => boolean) =>
  rateOf(calls, (i) => {
    if (fits(candidateAt(FIRST + i))) throw new Error('a wrong password fits');
  });

/** Runs all, in turn, some rounds. @returns the rates of each, the first round left out: it only warms the engine up */
function interleaved<Name extends string>(rounds: number, runs: Record<Name, () => number>) {
  const names = Object.keys(runs) as Name[]; // its own keys, and no others
  const rates = Array.from({ length: rounds + 1 }, () => {
    const round = names.map((name) => [name, runs[name]()] as const);
    return Object.fromEntries(round) as Record<Name, number>; // of each name, one
  });
  return rates.slice(1);
}

const mebibyte = new Uint8Array(2 ** 20);
const fast = interleaved(ROUNDS, {
  ours: () => guesses(50_000, (password) => search.fits(password)),
  noble: () => guesses(15_000, byNoble),
  openSsl: () => guesses(15_000, byOpenSsl),
  openSslBlocks: () => rateOf(20, () => hash('sha256', mebibyte)) * (2 ** 20 / 64),
});

const { derivation } = hazmat;
if (derivation.kdf !== 'pbkdf2') throw new Error('the stage hazmat has another derivation');
const { salt, iterations, length } = derivation;
const slow = interleaved(PBKDF2_ROUNDS, {
  noble: () =>
    rateOf(1, (i) => pbkdf2(sha256, candidateAt(FIRST + i), salt, { c: iterations, dkLen: length })),
  openSsl: () => rateOf(4, (i) => pbkdf2Sync(candidateAt(FIRST + i), salt, iterations, length, 'sha256')),
});

const ours = median(fast.map((round) => round.ours));
const fernetGuess = 'Passwords tried on a Fernet token, one thread';
const slowGuess = `the same under PBKDF2, ${iterations / 1000}k rounds, @noble`;
const rows: Row[] = [
  { what: fernetGuess, measured: median(fast.map((r) => r.ours / r.noble)), unit: '× @noble', above: 3 },
  { what: 'the same', measured: median(fast.map((r) => r.ours / r.openSsl)), unit: '× node:crypto' },
  {
    what: 'the same',
    measured: median(fast.map((r) => (r.ours * BLOCKS) / r.openSslBlocks)),
    unit: '× OpenSSL, block for block',
  },
  { what: 'the same', measured: ours, unit: 'a second' },
  { what: slowGuess, measured: median(slow.map((r) => r.noble / r.openSsl)), unit: '× node:crypto' },
  { what: slowGuess, measured: median(slow.map((r) => r.noble)), unit: 'a second' },
];
console.log(JSON.stringify(rows));
