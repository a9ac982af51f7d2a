// Which copy of a notebook is kept, and which of them a browser has seen. Source: RFC 9110 §8.8.3, §13.1.1 and §13.1.2.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The name of a copy: the SHA-256 of its UTF-8, in hexadecimal, between quotation marks. */
export const tagOf = (notebook: string): string => `"${createHash('sha256').update(notebook).digest('hex')}"`;

const names = (list: string, tag: string) => list.split(',').some((one) => one.trim() === tag);

/** Whether whoever asks names this copy among those that it has seen. */
export const hasSeen = (headers: IncomingHttpHeaders, tag: string): boolean =>
  names(headers['if-none-match'] ?? '', tag);

/**
 * Whether another copy may take the place of the one that is kept: of one of those that the sender names, or of none.
 * Whoever names nothing does not care.
 * @param kept - gives it
 */
export function mayReplace(headers: IncomingHttpHeaders, kept: () => string | undefined): boolean {
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (match === undefined && none === undefined) return true;
  const copy = kept();
  if (match === undefined) return copy === undefined;
  return copy !== undefined && names(match, tagOf(copy));
}
