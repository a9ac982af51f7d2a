// Two messages under one counter block, read and rewritten by who carries them.
import { describe, expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { NOW } from '../../test/stage-contract.ts';
import { fromUtf8, utf8, xor } from '../bytes.ts';
import { pad } from '../primitives/pkcs7.ts';
import { tryOpen } from '../stage.ts';
import { hazmat } from '../stages/hazmat.ts';
import { cancelKeyStream, cribDrag, keyStreamOf, rewrite } from './keystream-reuse.ts';

const random = seededRandom(seedOfThisRun());
const keys = hazmat.keys(random(16));
const frozen = random(16);

/** The ciphertext of a text, under the frozen counter block or another one. */
function encrypt(text: string, counterBlock = frozen): Uint8Array {
  const token = hazmat.seal(utf8(text), keys, { now: NOW, random: () => counterBlock });
  if (typeof token === 'string' || token instanceof Uint8Array) throw new Error('no pair');
  return token[1];
}

const open = (ciphertext: Uint8Array | undefined) => {
  const plaintext = ciphertext && tryOpen(hazmat, [frozen, ciphertext], keys, { now: NOW });
  return plaintext && fromUtf8(plaintext);
};

const drag = (first: string, second: string, crib: string) =>
  cribDrag(cancelKeyStream(encrypt(first), encrypt(second)), utf8(crib));

describe('the XOR of two ciphertexts', () => {
  test('is the XOR of the two padded texts, as far as the shorter one reaches', () => {
    const [first, second] = ['rdv 14h devant la gare', 'oui'];
    expect(cancelKeyStream(encrypt(first), encrypt(second))).toEqual(
      xor(pad(utf8(first)), pad(utf8(second))),
    );
  });
  test('is noise when the counter blocks differ', () => {
    const [first, second] = ['rdv 14h devant la gare', 'le code est 4711, chut'];
    const noise = cancelKeyStream(encrypt(first), encrypt(second, random(16)));
    expect(noise).not.toEqual(xor(pad(utf8(first)), pad(utf8(second))));
  });
});

describe('a crib dragged along', () => {
  const fits = drag('rdv 14h devant la gare', 'le code est 4711, chut', ' devant ');
  test('shows the other text where it stands', () => {
    expect(fits).toHaveLength(32 - 8 + 1);
    expect(fits[7]).toEqual({ offset: 7, text: ' est 471', plausible: true, wordShare: 1 });
  });
  test('looks plausible nearly everywhere; like words, in the right place and few others', () => {
    const first = 'rdv 14h devant la gare demain, ne sois pas en retard';
    const second = 'le code de la porte est 4711, ne le dis à personne';
    const many = drag(first, second, ' demain');
    expect(many[22]).toEqual({ offset: 22, text: 't 4711,', plausible: true, wordShare: 1 });
    expect(many.filter(({ plausible }) => plausible).length).toBeGreaterThan(many.length * 0.7);
    expect(many.filter(({ wordShare }) => wordShare === 1).length).toBeLessThan(many.length * 0.15);
  });
  test('shows the same whichever message holds it', () => {
    expect(drag('oui, demain', 'non, demain', 'oui')[0]?.text).toBe('non');
    expect(drag('oui, demain', 'non, demain', 'non')[0]?.text).toBe('oui');
  });
  test.each([
    { other: 'à bientôt, René', crib: 'voici', offset: 9, text: '�t, R', what: 'begins in a character' },
    { other: 'un café, là-bas', crib: 'devant', offset: 1, text: 'n caf�', what: 'ends in a character' },
    { other: 'salut 🙂🙂 !', crib: 'xx', offset: 7, text: '��', what: 'lies within a character' },
    { other: 'oui', crib: 'rdv 14h', offset: 0, text: 'oui', what: 'runs into the padding' },
    { other: 'oui', crib: 'gare', offset: 0, text: 'oui', what: 'ends in one byte of padding' },
    { other: 'oui', crib: 'gare', offset: 5, text: '', what: 'is all padding' },
    { other: 'x'.repeat(14), crib: 'gare', offset: 12, text: 'xx', what: 'ends with all the padding' },
  ])('takes "$other" for plausible where the piece $what', ({ other, crib, offset, text }) => {
    const first = `${'z'.repeat(offset)}${crib}`.padEnd(15, 'z');
    expect(drag(first, other, crib)[offset]).toMatchObject({ offset, text, plausible: true });
  });
  test.each([
    ['a control character', Uint8Array.of(0x61, 0x07, 0x62)],
    ['a byte that UTF-8 never has', Uint8Array.of(0x61, 0x62, 0xff)],
    ['a character cut short in the midst', Uint8Array.of(0x61, 0xc3, 0x62)],
    ['four bytes that only continue', Uint8Array.of(0x80, 0x80, 0x80, 0x80)],
    ['a private character', utf8('\ue000')],
    ['what looks like padding, far from the end', Uint8Array.of(0x61, 2, 2)],
  ])('does not take %s for text', (_, piece) => {
    const other = new Uint8Array(16).fill(0x61);
    other.set(piece);
    const crib = new Uint8Array(piece.length).fill(0x7a);
    expect(cribDrag(xor(other, new Uint8Array(16).fill(0x7a)), crib)[0]?.plausible).toBe(false);
  });
  test('does not take an end for padding of which one byte is another', () => {
    const other = Uint8Array.of(...utf8('x'.repeat(13)), 3, 2, 3);
    const crib = utf8('gare');
    const fits = cribDrag(xor(other, Uint8Array.of(...new Uint8Array(12), ...crib)), crib);
    expect(fits[12]).toMatchObject({ text: 'x\u0003\u0002\u0003', plausible: false });
  });
  test('has no place when it is empty, or longer than the shorter message', () => {
    expect(drag('oui', 'non', '')).toEqual([]);
    expect(drag('oui', 'non', 'x'.repeat(17))).toEqual([]);
    expect(drag('oui', 'non', 'x'.repeat(16))).toHaveLength(1);
  });
});

describe('one message known in full', () => {
  const known = 'rdv 14h devant la gare';
  test('gives the key stream that reads all others of the counter block', () => {
    const keyStream = keyStreamOf(encrypt(known), pad(utf8(known)));
    expect(xor(keyStream, encrypt('le code est 4711'))).toEqual(pad(utf8('le code est 4711')));
  });
  test('is rewritten into any text that has room, empty and longer ones too', () => {
    for (let length = 0; length < 32; length++) {
      const wanted = 'é'.repeat(length / 2).padEnd(length - Math.floor(length / 2), '.');
      expect(utf8(wanted)).toHaveLength(length);
      expect(open(rewrite(encrypt(known), utf8(known), utf8(wanted)))).toBe(wanted);
    }
    expect(rewrite(encrypt(known), utf8(known), new Uint8Array(32))).toBeUndefined();
  });
  test('must be known: with a wrong guess the receiver gets something else', () => {
    expect(open(rewrite(encrypt(known), utf8('rdv 15h devant la gare'), utf8('rdv 18h')))).not.toBe(
      'rdv 18h',
    );
    expect(rewrite(encrypt(known), utf8('rdv 14h'), utf8('oui'))).toBeUndefined();
  });
});
