// The built site in memory: it serves the files it knows, and no path leads anywhere else.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface StaticFile {
  readonly body: Buffer;
  /** absent where compressing gains nothing */
  readonly gzip: Buffer | undefined;
  readonly etag: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** the page's own content security policy, as the build wrote it into the page, or that of the service worker; absent for the rest */
  readonly policy: string | undefined;
  /** whether it is {@link CAGED} */
  readonly caged: boolean;
}

/** The one file that this site's pages may frame: it runs what a message brings it, and so gets no origin, ever. */
const CAGED = 'cage/naive-client.html';

/** The service worker, and what it may do: ask this server for the files of the site. */
const WORKER = 'worker.js';
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
]);
// Those of Pagefind, its WebAssembly too, are packed by its own hand: for a browser they are bytes.
const COMPRESSED_ALREADY = new Set(['.png', '.woff2', '.pagefind', '.pf_meta', '.pf_index', '.pf_fragment']);
const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"/;

function load(path: string, urlPath: string): StaticFile {
  const body = readFileSync(path);
  const extension = extname(path);
  const written = extension === '.html' ? POLICY.exec(body.toString('utf8'))?.[1] : undefined;
  const policy = urlPath === WORKER ? WORKER_POLICY : written;
  return {
    body,
    gzip: COMPRESSED_ALREADY.has(extension) ? undefined : gzipSync(body, { level: 9 }),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    contentType: CONTENT_TYPES.get(extension) ?? 'application/octet-stream',
    // The build puts a hash of the content into the names below /_astro/.
    cacheControl: urlPath.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    policy: policy?.replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    caged: urlPath === CAGED,
  };
}

/** @returns the files below a folder, by their paths from there on, with `/` between the parts */
export function loadFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const urlPath = path.slice(folder.length + 1).replaceAll(sep, '/');
    if (/(^|\/)\./.test(urlPath)) continue; // hidden files, and all in hidden folders
    files.set(urlPath, load(path, urlPath));
  }
  return files;
}
