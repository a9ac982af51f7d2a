// Where this notebook lives: one address, in one browser.
import type { RelayFile } from '../chat/relay-choice.ts';

/** @param base - the path that the site was built for. @returns whether the address is a class's */
export async function isClassAddress(base: string): Promise<boolean> {
  try {
    const response = await fetch(`${base}relay.json`, { cache: 'no-store' });
    const file: RelayFile | undefined = response.ok ? await response.json() : undefined;
    return file?.class === true;
  } catch {
    return false; // offline: whoever is in a class is not
  }
}

/** As a reader knows it, without the protocol. */
export const ownAddress = (base: string): string => location.host + base;
