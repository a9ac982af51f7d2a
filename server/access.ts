// Which names this server answers to, at which addresses it is found, and which pages may open a connection to it.
import { isIPv4, isIPv6 } from 'node:net';

/** The names of the machine itself, which no other machine can take. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export interface Access {
  /** whether a Host header names this server: any other is a name that was bent to this address (DNS rebinding) */
  hostAllowed(host: string | undefined): boolean;
  /** whether a page of this origin may connect: any other is a stranger's page in a reader's browser */
  originAllowed(origin: string): boolean;
  /** whether a Host header names the machine itself */
  isLoopback(host: string | undefined): boolean;
}

/** A machine as its network knows it. */
export interface Machine {
  readonly hostname: string;
  /** that others can reach */
  readonly addresses: readonly string[];
}

/** Where a server listens. */
export interface Place {
  /** the address that it was bound to: `0.0.0.0` and `::` are all of them */
  readonly bound: string;
  /** what it was told to bind to: a name or an address */
  readonly host: string;
  /** whether it serves a class */
  readonly class: boolean;
}

/** How pages are fetched from a server, as it stands before a URL. */
export type Scheme = 'http' | 'https';

/** A name or an address as it stands in a URL, IPv6 in brackets; undefined for what cannot stand there. */
export function nameInUrl(host: string): string | undefined {
  const name = isIPv6(host) ? `[${host}]` : host;
  const url = /^\[.*\]$|^[\w.-]+$/.test(name) && URL.canParse(`http://${name}`) && new URL(`http://${name}`);
  return url ? url.hostname : undefined;
}

const namesInUrls = (hosts: readonly string[]) => hosts.map(nameInUrl).filter((name) => name !== undefined);

const isEverywhere = ({ bound }: Place) => bound === '::' || bound === '0.0.0.0';

/** What the machine is called, and what mDNS makes of it on a network without DNS (RFC 6762 §3). */
const localNames = ({ hostname }: Machine) => [hostname, `${hostname.split('.', 1)[0]}.local`];

/** The names under which a server is found, as they stand in a URL. */
export function namesOf(place: Place, machine: Machine): string[] {
  const shared = place.class || isEverywhere(place);
  const given = isEverywhere(place) ? [] : [place.host];
  return namesInUrls([...given, ...(shared ? [...machine.addresses, ...localNames(machine)] : [])]);
}

/** The names to print, the best one first: under each of them somebody listens. */
export function namesToPrint(place: Place, { addresses }: Machine): string[] {
  if (!isEverywhere(place)) return namesInUrls([place.host]);
  const reached = place.bound === '::' ? addresses : addresses.filter((address) => isIPv4(address));
  return namesInUrls([...reached, 'localhost']);
}

/** The name in a Host header, without its port; undefined for what is no Host header. */
function nameOf(host: string | undefined): string | undefined {
  return host?.match(/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i)?.[1]?.toLowerCase();
}

/**
 * @param port - where the server listens
 * @param names - further names of this server, as they stand in a URL
 * @param origins - further origins, as `new URL(…).origin` writes them; their hosts become names too
 */
export function accessTo(
  port: number,
  names: readonly string[],
  origins: readonly string[],
  scheme: Scheme = 'http',
): Access {
  const own = [...LOOPBACK, ...names.map((name) => name.toLowerCase())];
  const allowedOrigins = new Set([
    ...own.map((name) => new URL(`${scheme}://${name}:${port}`).origin),
    ...origins,
  ]);
  const allowedNames = new Set([...own, ...origins.map((origin) => new URL(origin).hostname)]);
  return {
    hostAllowed: (host) => allowedNames.has(nameOf(host) ?? ''),
    originAllowed: (origin) => allowedOrigins.has(origin),
    isLoopback: (host) => LOOPBACK.includes(nameOf(host) ?? ''),
  };
}
