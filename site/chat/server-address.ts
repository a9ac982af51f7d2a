// What the server that sent this page says of its relay, and where that is.
import type { RelayFile } from './relay-choice.ts';

/**
 * @param base - the path that the site was built for, with a slash at both ends
 * @returns undefined where nobody answers, as without a network
 */
export async function fetchRelayFile(base: string): Promise<RelayFile | undefined> {
  try {
    const response = await fetch(`${base}relay.json`, { cache: 'no-store' });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** The whole address of a relay's path, as a WebSocket wants it. */
export function socketUrl(path: string): string {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  return url.href;
}
