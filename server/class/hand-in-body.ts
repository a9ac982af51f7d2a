// Reads the body of a request: no longer than it may be, and no longer than it may take.
import type { IncomingMessage } from 'node:http';

export type Body = { readonly bytes: Buffer } | { readonly refusal: 'too-large' | 'too-slow' | 'cut' };

/** So long the rest of a refused body is thrown away: a sender that is cut at once never sees why (RFC 9112 §9.6). */
const LINGER_MS = 2_000;

/** Keeps nothing more of a body, and ends its connection if it goes on. */
function refuseRest(request: IncomingMessage): void {
  request.resume();
  const timer = setTimeout(() => request.destroy(), LINGER_MS).unref();
  request.once('close', () => clearTimeout(timer));
}

/** How a body is read. */
export interface Reading {
  /** in bytes */
  readonly most: number;
  /** milliseconds */
  readonly within: number;
  /** ends the reading, as if the sender had gone */
  readonly signal: AbortSignal;
  /** told of the bytes that have come */
  readonly came: (bytes: number) => void;
}

/** @returns the body, or why it is not read to its end; never rejects */
export function readBody(request: IncomingMessage, { most, within, signal, came }: Reading): Promise<Body> {
  const { promise, resolve } = Promise.withResolvers<Body>();
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) {
      finish({ refusal: 'too-large' });
      return;
    }
    chunks.push(chunk);
    came(chunk.length);
  };
  const cut = () => finish({ refusal: 'cut' });
  const finish = (body: Body) => {
    clearTimeout(timer);
    request.off('data', take).off('close', cut);
    signal.removeEventListener('abort', cut);
    if ('refusal' in body) {
      chunks.length = 0;
      refuseRest(request);
    }
    resolve(body);
  };
  const timer = setTimeout(() => finish({ refusal: 'too-slow' }), within).unref();
  if (Number(request.headers['content-length'] ?? 0) > most) finish({ refusal: 'too-large' });
  else {
    signal.addEventListener('abort', cut);
    request
      .on('error', () => {}) // 'close' follows
      .on('data', take)
      .once('end', () => finish({ bytes: Buffer.concat(chunks) }))
      .once('close', cut);
  }
  return promise;
}
