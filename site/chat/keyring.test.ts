// Keys: the same whichever way they were derived, and derived once.
import { expect, test } from 'vitest';
import { deriveBytes } from '#lab/derive.ts';
import type { Derivation } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import { deriveInPage, Keyring } from './keyring.ts';

test.each(['soleil', 'été 🙂', 'x'.repeat(200)])(
  'the platform’s PBKDF2 and the lab’s make the same key of %j',
  async (password) => {
    expect(crypto.subtle).toBeDefined();
    expect(await deriveInPage(stages.hazmat.derivation, password)).toEqual(
      deriveBytes(stages.hazmat.derivation, password),
    );
  },
  30_000,
);

test('a key is derived once for each stage and password', async () => {
  let derived = 0;
  const keyring = new Keyring(async (derivation: Derivation, password) => {
    derived += 1;
    return deriveBytes(derivation, password);
  });
  const first = keyring.keysFor(stages.fernet, 'soleil');
  expect(keyring.keysFor(stages.fernet, 'soleil')).toBe(first);
  // Fernet and Fernet with a TTL have the same key: the token is the same.
  expect(keyring.keysFor(stages['fernet-ttl'], 'soleil')).toBe(first);
  expect(keyring.keysFor(stages.fernet, 'lune')).not.toBe(first);
  expect(derived).toBe(2);
});
