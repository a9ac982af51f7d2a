// Where this notebook lives: one address, in one browser.
import type { RelayFile } from '../chat/relay-choice.ts';

/**
 * @param base - the path that the site was built for
 * @returns what the class's server says of itself, where the address is a class's; offline, whoever is in a class is not
 */
export async function classAt(base: string): Promise<RelayFile | undefined> {
  try {
    const response = await fetch(`${base}relay.json`, { cache: 'no-store' });
    const file: RelayFile = await response.json();
    return file.class ? file : undefined;
  } catch {
    return undefined; // nobody answers, or something else does
  }
}

/** As a reader knows it, without the protocol. */
export const ownAddress = (base: string): string => location.host + base;

/** A machine of the same network, by its number or by the name that it gives itself there; not this machine. */
const OF_THE_NETWORK = /^(?!127\.)\d+(?:\.\d+){3}$|^\[(?!::1\])|\.local$/;

/**
 * @param host - an address's, without its port
 * @returns whether it is some machine's for as long as that machine is there: after a lesson, it may answer no more
 */
export const isOfTheNetwork = (host: string): boolean => OF_THE_NETWORK.test(host);
