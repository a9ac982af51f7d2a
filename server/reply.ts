// An answer to a request over HTTP, before it is written, and what gives one.
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Uint8Array;
  /** the policy of the page, where it is one */
  readonly policy?: string | undefined;
  /** whether the page runs what strangers write, see `StaticFile` */
  readonly caged?: boolean;
  /** hears when it has been taken, or when nobody takes it any more */
  readonly taken?: () => void;
}

/**
 * Answers what is no file: it may take other methods than GET, and read a body.
 * @param name - the path of the request below the base, decoded
 * @returns undefined for a path that is none of its own
 */
export type Routes = (name: string, request: IncomingMessage) => Reply | Promise<Reply> | undefined;

export function text(status: number, line: string, headers: OutgoingHttpHeaders = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
    body: Buffer.from(`${line}\n`),
  };
}

/** JSON, which nobody on the way may keep. */
export function json(value: unknown, status = 200, headers: OutgoingHttpHeaders = {}): Reply {
  return jsonBytes(Buffer.from(JSON.stringify(value)), status, headers);
}

export function jsonBytes(body: Uint8Array, status = 200, headers: OutgoingHttpHeaders = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
    body,
  };
}

/** That there is nothing here yet, which is no fault of who asks. Source: RFC 9110 §15.3.5. */
export function nothing(): Reply {
  return { status: 204, headers: { 'Cache-Control': 'no-store' }, body: new Uint8Array() };
}

/** That whoever asks has it already. Source: RFC 9110 §15.4.5. */
export function unchanged(tag: string): Reply {
  return { status: 304, headers: { ETag: tag, 'Cache-Control': 'no-store' }, body: new Uint8Array() };
}
