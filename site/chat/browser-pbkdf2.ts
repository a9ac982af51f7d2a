// The browser's own PBKDF2: fast, and there in secure contexts only, not on a class's plain http:// address.
import { utf8 } from '#lab/bytes.ts';
import type { Pbkdf2 } from '#lab/stage.ts';

/** Whether this browser, here, can derive a key of this password: an empty one is refused. */
export function browserDerives(password: string): boolean {
  return globalThis.crypto.subtle !== undefined && password !== '';
}

/** The key bytes of a password that {@link browserDerives}: the same as the lab's. */
export async function deriveByBrowser(
  { salt, iterations, length }: Pbkdf2,
  password: string,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
}
