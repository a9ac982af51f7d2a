// One counter block for all messages lays the XOR of their texts bare; one for each hides it.
import { expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { cancelKeyStream, cribDrag } from '../attacks/keystream-reuse.ts';
import { utf8, xor } from '../bytes.ts';
import { effect, sender, senderRepaired } from './fixed-block.ts';

const random = seededRandom('fixed-block');

const xorOfTwo = (make: typeof sender) => {
  const send = make(random(16), random);
  return cancelKeyStream(send('rdv 14h')[1], send('ok: 18h')[1]);
};

test('the XOR of two ciphertexts is that of their texts, and repaired it is not', () => {
  const wanted = xor(utf8('rdv 14h'), utf8('ok: 18h'));
  expect(xorOfTwo(sender)).toEqual(wanted);
  expect(xorOfTwo(senderRepaired)).not.toEqual(wanted);
  expect(cribDrag(xorOfTwo(sender), utf8('rdv '))[0]?.text).toBe('ok: ');
});

test('the card shows it', () => {
  const rows = effect({ now: 0, random, milliseconds: () => 0 });
  expect(rows[1]?.flawed).toEqual(rows[0]?.flawed);
  expect(rows[1]?.repaired).not.toEqual(rows[0]?.repaired);
  expect(rows[2]?.flawed).toEqual({ is: 'shown', text: 'vire 80 à Zoé' });
  expect(rows[2]?.repaired).toEqual({ is: 'unreadable' });
});
