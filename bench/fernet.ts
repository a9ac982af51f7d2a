// Fernet as the lab makes it, beside the same token made with node:crypto, and with the lab's own ciphers bare.
// Prints its rows as JSON: the bench runs it under more than one version of Node.
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cbc } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fernet, sealFernet, splitKey } from '#lab/stages/fernet.ts';
import { median, type Row } from './table.ts';

const ROUNDS = 9;
const key = new Uint8Array(randomBytes(32));
const keys = splitKey(key);
const signingKey = Buffer.from(keys.signingKey);
const encryptionKey = Buffer.from(keys.encryptionKey);
const random = (length: number) => new Uint8Array(randomBytes(length));

function nodeSeal(plaintext: Uint8Array, now: number): string {
  const iv = randomBytes(16);
  const head = Buffer.alloc(9);
  head[0] = 0x80;
  head.writeBigUInt64BE(BigInt(now), 1);
  const cipher = createCipheriv('aes-128-cbc', encryptionKey, iv);
  const signed = Buffer.concat([head, iv, cipher.update(plaintext), cipher.final()]);
  const hmac = createHmac('sha256', signingKey).update(signed).digest();
  return Buffer.concat([signed, hmac]).toString('base64url');
}

function nodeOpen(token: string): Buffer {
  const bytes = Buffer.from(token, 'base64url');
  const signed = bytes.subarray(0, -32);
  const hmac = createHmac('sha256', signingKey).update(signed).digest();
  if (bytes[0] !== 0x80 || !timingSafeEqual(hmac, bytes.subarray(-32))) throw new Error('invalid');
  const decipher = createDecipheriv('aes-128-cbc', encryptionKey, bytes.subarray(9, 25));
  return Buffer.concat([decipher.update(signed.subarray(25)), decipher.final()]);
}

/** The four primitives of one sealing and one opening, and nothing around them. */
function bareNoble(plaintext: Uint8Array, signed: Uint8Array): void {
  const iv = random(16);
  const ciphertext = cbc(keys.encryptionKey, iv).encrypt(plaintext);
  hmac(sha256, keys.signingKey, signed);
  hmac(sha256, keys.signingKey, signed);
  cbc(keys.encryptionKey, iv).decrypt(ciphertext);
}

/** @returns microseconds of CPU for one call */
function cpuOf(calls: number, call: () => void): number {
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i++) call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

function rowsFor(size: number, calls: number, limit?: number): Row[] {
  const plaintext = random(size);
  const signed = random(25 + size + 16);
  const now = 1_763_827_200;
  const besideNode: number[] = [];
  const besideNoble: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = cpuOf(calls, () => fernet.open(sealFernet(plaintext, keys, { now, random }), keys, { now }));
    const nodes = cpuOf(calls, () => nodeOpen(nodeSeal(plaintext, now)));
    const bare = cpuOf(calls, () => bareNoble(plaintext, signed));
    if (round === 0) continue; // the first one only warms the engine up
    besideNode.push(ours / nodes);
    besideNoble.push(ours / bare);
  }
  const what = `Fernet, seal and open ${size} B, Node ${process.versions.node}`;
  return [
    { what, measured: median(besideNode), unit: '× node:crypto', ...(limit === undefined ? {} : { limit }) },
    { what, measured: median(besideNoble), unit: '× its primitives bare' },
  ];
}

console.log(JSON.stringify([...rowsFor(32, 20_000, 0.35), ...rowsFor(4096, 2_000)]));
