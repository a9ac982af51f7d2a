// A secret that came in the fragment of an address: kept for this tab alone, and gone from the address at once.
import { TabKept } from './tab-kept.ts';

/** Whose secret: the teacher's also proves the right to a room's chair, in a bench that his console has opened. */
export type SecretOf = 'teacher' | 'projector';

const SECRET = /^[0-9a-f]{16,64}$/;

/** The secret that a fragment brings, as in `#cle=…`; undefined where it brings none. */
export function secretIn(fragment: string): string | undefined {
  const value = new URLSearchParams(fragment.replace(/^#/, '')).get('cle') ?? '';
  return SECRET.test(value) ? value : undefined;
}

const kept = (whose: SecretOf) => new TabKept(`tp-chat-chiffre:secret ${whose}`);

/** The secret that this tab keeps, or that of the console that opened it. */
export const keptSecret = (whose: SecretOf): string | undefined => kept(whose).read();

/** Takes the secret out of the address, or the one that was kept. */
export function takeSecret(whose: SecretOf): string | undefined {
  const secret = secretIn(location.hash);
  if (secret === undefined) return keptSecret(whose);
  history.replaceState(history.state, '', location.pathname + location.search);
  kept(whose).keep(secret);
  return secret;
}

/** Begins anew when another secret is put into the address of a page that is there already. */
export function reloadForNewSecret(): void {
  addEventListener('hashchange', () => {
    if (secretIn(location.hash) !== undefined) location.reload();
  });
}
