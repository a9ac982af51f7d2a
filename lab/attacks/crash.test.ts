// One bad token against two receivers: the naive one stops for good, the careful one goes on.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { NOW } from '../../test/stage-contract.ts';
import { fromUtf8, utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import type { Token } from '../stage.ts';
import { fernet } from '../stages/fernet.ts';
import { carefulLoop, naiveLoop } from './crash.ts';
import { tamper } from './tamper.ts';

const keys = deriveKeys(fernet, 'soleil');
const random = seededRandom('crash');
const seal = (text: string) => fernet.seal(utf8(text), keys, { now: NOW, random });
const open = (token: Token) => fromUtf8(fernet.open(token, keys, { now: NOW })) ?? '';

const bad = tamper(fernet, seal('x'), 'hmac', (bytes) => new Uint8Array(bytes.length)) ?? '';

describe('after one forged token', () => {
  const tokens = [seal('un'), bad, seal('deux'), seal('trois')];

  test('a loop that catches nothing shows nothing more', () => {
    expect(naiveLoop(tokens, open)).toEqual({ shown: ['un'], stoppedAt: 1 });
  });

  test('a loop that catches each refusal shows the rest', () => {
    expect(carefulLoop(tokens, open)).toEqual({ shown: ['un', 'deux', 'trois'], stoppedAt: undefined });
  });
});

test('without one, both show the same', () => {
  const tokens = [seal('un'), seal('deux')];
  expect(naiveLoop(tokens, open)).toEqual(carefulLoop(tokens, open));
});
