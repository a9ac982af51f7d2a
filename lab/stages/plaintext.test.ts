// The first stage: everything lies open.
import { expect, test } from 'vitest';
import { stageContract } from '../../test/stage-contract.ts';
import { eavesdrop } from '../attacks/eavesdrop.ts';
import { NO_BYTES } from '../stage.ts';
import { plaintext } from './plaintext.ts';

stageContract(plaintext);

const keys = plaintext.keys(NO_BYTES);
const context = { now: 0, random: () => NO_BYTES };

test('the token is the text, and whoever carries it reads it', () => {
  const token = plaintext.seal(new TextEncoder().encode('rdv 14h'), keys, context);
  expect(token).toBe('rdv 14h');
  expect(eavesdrop(plaintext, token)).toBe('rdv 14h');
});

test('bytes that are no text cannot be sent', () => {
  expect(() => plaintext.seal(Uint8Array.of(0xff), keys, context)).toThrow(RangeError);
});
