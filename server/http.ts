// Answers HTTP: the workbook's files, which relay there is, and whether all is well; with the headers that guard it.
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Access } from './access.ts';
import { json, type Reply, type Routes, text } from './reply.ts';
import { limitRequests, requestsOfClass } from './request-limits.ts';
import { parseInPieces } from './small-chunks.ts';
import type { StaticFile } from './static-files.ts';
import { explainPlainHttp, type Identity } from './tls.ts';

/** Longer than a slow phone takes for a breath, shorter than a class waits. */
const IDLE_MS = 30_000;
const HEADERS_WITHIN_MS = 10_000;
/** Where requests have bodies: a whole class may send at the same time, over one Wi-Fi. */
const BODIES_WITHIN_MS = 90_000;

/** The policy of an answer that is no page: it needs nothing at all. */
const NO_PAGE = "default-src 'none'";

const GUARDS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

export interface SiteOptions {
  /** by their paths, as {@link loadFiles} gives them */
  readonly files: ReadonlyMap<string, StaticFile>;
  /** the path that the site was built for: `/`, or `/…/` */
  readonly base: string;
  /** what `relay.json` says, for the page to find its relay */
  readonly relay: { readonly relay: string; readonly class: boolean; readonly [more: string]: unknown };
  /** asked at each request: what it holds is known only once the server listens */
  readonly access: () => Access;
  /** what else is answered below the base; where nothing is, only files are, by GET and HEAD */
  readonly routes?: Routes | undefined;
  /** the figures of the server, in the text format of Prometheus; absent where nobody asks for them */
  readonly metrics?: () => Promise<string>;
  /** for https; undefined for http */
  readonly identity?: Identity | undefined;
  /** connections of one address that the relay takes; 0 for any number, and then of requests too */
  readonly maxPerAddress: number;
}

const NOTHING = Buffer.alloc(0);

const METRICS = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' };
const acceptsGzip = ({ headers }: IncomingMessage) =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''));

/** A file, whole: a server need not know ranges (RFC 9110 §14.2). */
function fileReply(request: IncomingMessage, status: number, file: StaticFile): Reply {
  const { etag, contentType, cacheControl, gzip, policy, caged } = file;
  const headers: OutgoingHttpHeaders = { ETag: etag, 'Cache-Control': cacheControl };
  if (gzip) headers.Vary = 'Accept-Encoding';
  if (status === 200 && request.headers['if-none-match'] === etag)
    return { status: 304, headers, body: NOTHING, policy, caged };
  headers['Content-Type'] = contentType;
  if (!gzip || !acceptsGzip(request)) return { status, headers, body: file.body, policy, caged };
  headers['Content-Encoding'] = 'gzip';
  return { status, headers, body: gzip, policy, caged };
}

/** The path of a request, decoded; undefined for one that cannot be. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent((request.url ?? '').split('?', 1)[0] ?? '');
  } catch {
    return undefined;
  }
}

/** Where a path leads that lacks the base, or the slash at a folder's end; undefined where it leads nowhere. */
function redirection(path: string, { files, base }: SiteOptions): string | undefined {
  if (path === '/' || `${path}/` === base) return base;
  const isFolder = path.startsWith(base) && files.has(`${path.slice(base.length)}/index.html`);
  return isFolder ? `${encodeURI(path)}/` : undefined;
}

function replyTo(request: IncomingMessage, options: SiteOptions): Reply | Promise<Reply> {
  const { files, base, relay, access, routes } = options;
  if (!access().hostAllowed(request.headers.host)) return text(421, 'This server has other names.');
  const path = pathOf(request) ?? '';
  const name = path.startsWith(base) ? path.slice(base.length) : undefined;
  const routed = name === undefined ? undefined : routes?.(name, request);
  if (routed) return routed;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return text(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  if (path === '/healthz') return json({ status: 'ok' });
  if (path === `${base}relay.json`) return json(relay);
  const file = name === undefined ? undefined : files.get(name.replace(/(^|\/)$/, '$1index.html'));
  if (file) return fileReply(request, 200, file);
  const elsewhere = redirection(path, options);
  if (elsewhere) return { status: 308, headers: { Location: elsewhere }, body: NOTHING };
  const notFound = files.get('404.html');
  return notFound ? fileReply(request, 404, notFound) : text(404, 'Not found.');
}

/** Whether a program of this machine asks for the figures, and no proxy on behalf of another. */
function asksForMetrics(request: IncomingMessage, { access }: SiteOptions): boolean {
  const { headers, socket, method } = request;
  return (
    method === 'GET' &&
    pathOf(request) === '/metrics' &&
    /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') &&
    access().isLoopback(headers.host) && // a proxy that says nothing of itself keeps the name of its own
    ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip', 'origin'].every(
      (name) => headers[name] === undefined,
    )
  );
}

/** A page's policy, with what its meta element cannot say: who may frame it, and that it shall have no origin. */
function wholePolicy({ policy = NO_PAGE, caged }: Reply): string {
  const own = policy.replace(/;\s*$/, '');
  return caged ? `sandbox allow-scripts; ${own}; frame-ancestors 'self'` : `${own}; frame-ancestors 'none'`;
}

/** Cuts whoever neither sends nor takes anything for a while, as in the middle of an answer. Sockets of the relay have a rule of their own. */
function cutIdle<Which extends Server>(server: Which): Which {
  server.setTimeout(IDLE_MS);
  return server;
}

/** Tells that an answer has been taken, or that its line has ended, perhaps before there was an answer. */
function whenOver(response: ServerResponse, taken: () => void): void {
  if (response.closed) taken();
  else response.once('close', taken);
}

/** An HTTP server for a built site. It does not listen yet. */
export function createSiteServer(options: SiteOptions): Server {
  const limits = {
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: options.routes ? BODIES_WITHIN_MS : HEADERS_WITHIN_MS,
    connectionsCheckingInterval: 1_000,
  };
  const { identity } = options;
  const answer: RequestListener = async (request, response) => {
    const figures = options.metrics && asksForMetrics(request, options) ? await options.metrics() : undefined;
    const reply =
      figures === undefined ? await replyTo(request, options) : text(200, figures.trimEnd(), METRICS);
    const { status, headers, body, caged } = reply;
    // Elsewhere than on a trustworthy origin browsers ignore this one, and complain in the console. With a sandbox it
    // makes a page at top level a network error (WHATWG HTML, "create navigation params by fetching").
    const opener =
      !caged && (identity || options.access().isLoopback(request.headers.host))
        ? { 'Cross-Origin-Opener-Policy': 'same-origin' }
        : {};
    const length = status === 204 ? {} : { 'Content-Length': body.length }; // RFC 9110 §8.6
    response.writeHead(status, {
      ...GUARDS,
      ...opener,
      'Content-Security-Policy': wholePolicy(reply),
      ...length,
      ...headers,
    });
    if (reply.taken) whenOver(response, reply.taken);
    response.end(body); // for HEAD, Node sends the headers alone
  };
  const listener = limitRequests(answer, options.maxPerAddress === 0 ? undefined : requestsOfClass());
  if (!identity) return cutIdle(parseInPieces(createServer(limits, listener), 'connection'));
  const server = createTlsServer({ ...limits, ...identity, handshakeTimeout: HEADERS_WITHIN_MS }, listener);
  explainPlainHttp(server, HEADERS_WITHIN_MS);
  return cutIdle(parseInPieces(server, 'secureConnection'));
}
