// A class that answers over HTTP, on a real server and a store of the test's choice.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { accessTo } from '#server/access.ts';
import { type ClassRoutesOptions, classRoutes } from '#server/class/hand-in-routes.ts';
import { createSiteServer } from '#server/http.ts';
import type { Store } from '#server/store/store.ts';
import { beginLesson, type StoreRegistry, storeRegistry } from './store-registry.ts';

export const LESSON = 'lesson';
export const TEACHER = 'c0'.repeat(16);
/** The pass of a student, by the pseudonym. */
export const passOf = (pseudonym: string) => `pass-of-${encodeURIComponent(pseudonym).replaceAll('%', '.')}`;

export interface ClassServer {
  readonly port: number;
  readonly registry: StoreRegistry;
  /** Asks for a path below `class/`. @param who - a pseudonym, or `teacher`, or nobody */
  ask(who: string | undefined, method: string, path: string, init?: RequestInit): Promise<Response>;
  handIn(who: string, key: string, sheet: string): Promise<Response>;
  stop(): void;
}

export async function serveClass(
  store: Store,
  students: readonly string[],
  options: Partial<ClassRoutesOptions> = {},
): Promise<ClassServer> {
  if (store.lessons().length === 0)
    beginLesson(store, LESSON, Object.fromEntries(students.map((name) => [passOf(name), name])));
  const registry = storeRegistry(store, LESSON, TEACHER);
  let access = accessTo(0, [], []);
  const server = createSiteServer({
    maxPerAddress: 0,
    files: new Map(),
    base: '/tp/',
    relay: { relay: '/tp/relay', class: true },
    access: () => access,
    routes: classRoutes({
      store,
      registry,
      originAllowed: (origin) => access.originAllowed(origin),
      ...options,
    }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  access = accessTo(port, [], []);
  const ask: ClassServer['ask'] = (who, method, path, init = {}) => {
    const headers = new Headers(init.headers);
    const secret = who === 'teacher' ? TEACHER : who && passOf(who);
    if (secret) headers.set('Authorization', `Bearer ${secret}`);
    return fetch(`http://127.0.0.1:${port}/tp/class/${path}`, { ...init, method, headers });
  };
  return {
    port,
    registry,
    ask,
    handIn: (who, key, sheet) =>
      ask(who, 'POST', 'hand-in', {
        headers: { 'Idempotency-Key': key },
        body: JSON.stringify({ sheet }),
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
