// What the bench needs of a real browser: its clock, its randomness, its address and its tab's storage.
import type { BenchWorld } from './bench-world.ts';
import { Keyring } from './keyring.ts';
import { type RelayFile, readInvitation } from './relay-choice.ts';

function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined; // a browser that keeps nothing throws already here
  }
}

export async function fetchRelayFile(base: string): Promise<RelayFile | undefined> {
  try {
    const response = await fetch(`${base}relay.json`, { cache: 'no-store' });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** @param path - of a relay, as `relay.json` names it */
export function socketUrl(path: string): string {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  return url.href;
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
