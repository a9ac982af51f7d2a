// What the bench needs of a real browser: its clock, its randomness, its address and its tab's storage.
import type { BenchWorld } from './bench-world.ts';
import { Keyring } from './keyring.ts';
import { readInvitation } from './relay-choice.ts';
import { fetchRelayFile, socketUrl } from './server-address.ts';

function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined; // a browser that keeps nothing throws already here
  }
}

/** @param base - the path that the site was built for, with a slash at both ends */
export function browserWorld(base: string): BenchWorld {
  return {
    now: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    later: (milliseconds, run) => {
      setTimeout(run, milliseconds);
    },
    relayFile: () => fetchRelayFile(base),
    invitation: () => readInvitation(location.hash),
    onInvitation: (run) => addEventListener('hashchange', run),
    dropInvitation: () => {
      if (readInvitation(location.hash)) history.replaceState(null, '', location.pathname + location.search);
    },
    socketUrl,
    storage: tabStorage,
    keyring: new Keyring(),
  };
}
