// Which names this server answers to, and which pages may open a connection to it.

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

/** The name in a Host header, without its port; undefined for what is no Host header. */
function nameOf(host: string | undefined): string | undefined {
  return host?.match(/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i)?.[1]?.toLowerCase();
}

/**
 * @param port - where the server listens
 * @param names - further names of this server: its own addresses (IPv6 ones in brackets), in a class
 * @param origins - further origins, as `new URL(…).origin` writes them; their hosts become names too
 */
export function accessTo(port: number, names: readonly string[], origins: readonly string[]): Access {
  const own = [...LOOPBACK, ...names.map((name) => name.toLowerCase())];
  const allowedOrigins = new Set([
    ...own.map((name) => new URL(`http://${name}:${port}`).origin),
    ...origins,
  ]);
  const allowedNames = new Set([...own, ...origins.map((origin) => new URL(origin).hostname)]);
  return {
    hostAllowed: (host) => allowedNames.has(nameOf(host) ?? ''),
    originAllowed: (origin) => allowedOrigins.has(origin),
    isLoopback: (host) => LOOPBACK.includes(nameOf(host) ?? ''),
  };
}
