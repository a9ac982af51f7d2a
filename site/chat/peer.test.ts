// A peer's settings: what it keeps, what it forgets, and the fault that it can be given.
import { describe, expect, test } from 'vitest';
import { cancelKeyStream } from '#lab/attacks/keystream-reuse.ts';
import { utf8, xor } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import { pad } from '#lab/primitives/pkcs7.ts';
import { stages } from '#lab/stages.ts';
import { seededRandom } from '../../test/random.ts';
import { CHEAP, NOW } from '../../test/stage-contract.ts';
import { Peer } from './peer.ts';

const peer = (seed = 'peer') => new Peer('gauche', seededRandom(seed));

describe('a frozen IV', () => {
  const { hazmat } = stages;
  const keys = deriveKeys(hazmat, 'soleil', CHEAP);
  const ciphertextOf = (sender: Peer, text: string) => {
    const token = hazmat.seal(utf8(text), keys, { now: NOW, random: sender.draw });
    return hazmat.fields(token).map(({ bytes }) => bytes);
  };

  test('lets the key stream of two messages cancel out', () => {
    const sender = peer();
    sender.frozen.value = true;
    const [[firstBlock, first], [secondBlock, second]] = [
      ciphertextOf(sender, 'rdv 14h'),
      ciphertextOf(sender, 'code 4711'),
    ];
    expect(secondBlock).toEqual(firstBlock);
    if (!first || !second) throw new Error('no ciphertext');
    expect(cancelKeyStream(first, second)).toEqual(xor(pad(utf8('rdv 14h')), pad(utf8('code 4711'))));
  });

  test('is drawn anew once the fault is mended', () => {
    const sender = peer();
    sender.frozen.value = true;
    const [block] = ciphertextOf(sender, 'un');
    sender.frozen.value = false;
    expect(ciphertextOf(sender, 'deux')[0]).not.toEqual(block);
  });
});

test('goes on under its salt and number after being kept, and not under another peer’s', () => {
  const first = peer();
  first.nextSending();
  first.nextSending();
  const second = peer('another');
  second.restore(JSON.parse(JSON.stringify(first.keep())));
  expect(second.nextSending()).toEqual({ salt: first.salt(), counter: 3 });
  second.reset();
  expect(second.nextSending().counter).toBe(1);
  expect(second.salt()).not.toEqual(first.salt());
});

test('remembers tokens at stage TTL only when it is told to', () => {
  const receiver = peer();
  const names = () => receiver.stageOf('fernet-ttl').steps.map(({ name }) => name);
  expect(names()).not.toContain('unseen');
  receiver.remembers.value = true;
  expect(names()).toContain('unseen');
  expect(receiver.stageOf('fernet')).toBe(stages.fernet);
});
