// Where this notebook lives: one address, in one browser.
import type { RelayFile } from '../chat/relay-choice.ts';

/**
 * @param base - the path that the site was built for
 * @returns what the class's server says of itself, where the address is a class's; offline, whoever is in a class is not
 */
export async function classAt(base: string): Promise<RelayFile | undefined> {
  try {
    const response = await fetch(`${base}relay.json`, { cache: 'no-store' });
    const file: RelayFile | undefined = response.ok ? await response.json() : undefined;
    return file?.class ? file : undefined;
  } catch {
    return undefined;
  }
}

/** As a reader knows it, without the protocol. */
export const ownAddress = (base: string): string => location.host + base;
