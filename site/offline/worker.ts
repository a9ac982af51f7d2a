// The service worker: keeps one whole build of the site, and serves that build alone until the reader asks for the next one.
// It is a function without imports: site/build/offline-worker.ts writes it into a file of its own, and calls it there.

/** What the build tells its worker. */
export interface Build {
  /** another one for each build whose files differ */
  readonly version: string;
  /** the path that the site was built for, with a slash at both ends */
  readonly base: string;
  /** the SHA-256 of each file in hexadecimal, by the file's address from the base on, as a URL writes it */
  readonly files: Readonly<Record<string, string>>;
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What of a service worker's scope is used here: TypeScript's DOM describes pages. */
export interface WorkerScope {
  addEventListener(type: 'install' | 'activate', hear: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void;
  addEventListener(type: 'message', hear: (event: { readonly data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: { readonly origin: string };
  readonly caches: CacheStorage;
  readonly crypto: { readonly subtle: SubtleCrypto };
  fetch(request: Request | string, options?: RequestInit): Promise<Response>;
}

export function work(worker: WorkerScope, { version, base, files }: Build): void {
  const { caches } = worker;
  const prefix = `tp-chat-chiffre ${base} `;
  const name = prefix + version;
  /** Of these, two builds never have one with the same name and another content. */
  const isHashed = (path: string) => path.startsWith('_astro/');

  async function hashOf(response: Response): Promise<string> {
    const hash = await worker.crypto.subtle.digest('SHA-256', await response.arrayBuffer());
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** @throws TypeError for a file that is not of this build: half of one and half of another are never kept together */
  async function keep(cache: Cache, path: string, hash: string): Promise<void> {
    const url = base + path;
    const earlier = isHashed(path) ? await caches.match(url, { ignoreVary: true }) : undefined;
    const response = earlier ?? (await worker.fetch(url, { cache: 'no-cache' }));
    if (!response.ok || (await hashOf(response.clone())) !== hash)
      throw new TypeError(`not of this build: ${path}`);
    // As it came, headers and all: the cage's replica is locked up by its own. But no page may be a redirected one.
    await cache.put(url, response.redirected ? new Response(response.body, response) : response);
  }

  async function keepAll(): Promise<void> {
    const cache = await caches.open(name);
    try {
      await Promise.all(Object.entries(files).map(([path, hash]) => keep(cache, path, hash)));
    } catch (error) {
      await caches.delete(name);
      throw error; // the browser tries again at a later visit
    }
  }

  /** The build before this one stays: another tab may still show it, and ask for its scripts. */
  async function forgetOlder(): Promise<void> {
    const kept = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
    for (const old of kept.slice(0, -1)) await caches.delete(old);
    await worker.clients.claim();
  }

  async function kept(path: string, request: Request): Promise<Response> {
    const cache = await caches.open(name);
    return (await cache.match(base + path, { ignoreVary: true })) ?? worker.fetch(request);
  }

  /** An address that is no file of this build: a script of another tab's build, or nothing at all. */
  async function elsewhere(path: string, request: Request): Promise<Response> {
    if (isHashed(path)) return (await caches.match(request, { ignoreVary: true })) ?? worker.fetch(request);
    try {
      return await worker.fetch(request);
    } catch (error) {
      if (request.mode !== 'navigate') throw error;
      if (Object.hasOwn(files, `${path}/`)) return Response.redirect(`${base}${path}/`, 308);
      const notFound = await kept('404.html', request);
      return new Response(notFound.body, { status: 404, headers: notFound.headers });
    }
  }

  /** Which relay there is, only the server knows; where it cannot be reached, there is none to talk to, and that is said. */
  const relayFile = (request: Request) =>
    worker.fetch(request).catch(() => Response.json({ relay: null, unreached: true }));

  function answer(path: string, request: Request): Promise<Response> {
    if (path === 'relay.json') return relayFile(request);
    return Object.hasOwn(files, path) ? kept(path, request) : elsewhere(path, request);
  }

  worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
  worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
  worker.addEventListener('message', ({ data }) => {
    if (data === 'take over') void worker.skipWaiting();
  });
  worker.addEventListener('fetch', (event) => {
    const { origin, pathname } = new URL(event.request.url);
    if (event.request.method !== 'GET' || origin !== worker.location.origin) return;
    if (!pathname.startsWith(base) || pathname === '/healthz' || pathname === `${base}relay`) return;
    event.respondWith(answer(pathname.slice(base.length), event.request));
  });
}
