// Holds requests back that no browser makes: one before the last is answered, and more of them than a class that loads its pages.
import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Buckets } from './buckets.ts';

/** Of one address, which may be that of a whole class: forty browsers that fetch all of the workbook at the same time. */
const [AT_ONCE, PER_SECOND] = [20_000, 1_000];
/** So long a connection that asks for too much stays open, unanswered: whoever opens one after the other gets nowhere. */
const UNANSWERED_MS = 2_000;

/** What {@link limitRequests} takes from an address that may be that of a whole class. */
export const requestsOfClass = (): Buckets => new Buckets(AT_ONCE, PER_SECOND);

/**
 * A parser gives out all requests of a piece at once, see `small-chunks.ts`, and nobody else is heard until all are answered.
 * @param requests - by address, how many it takes; undefined for any number
 */
export function limitRequests(answer: RequestListener, requests: Buckets | undefined): RequestListener {
  const last = new WeakMap<Socket, ServerResponse>();
  return (request, response) => {
    const { socket } = request;
    if (socket.destroyed) return; // what else was in the piece
    if (last.get(socket)?.writableFinished === false) {
      socket.destroy();
      return;
    }
    last.set(socket, response);
    if (requests?.take(socket.remoteAddress ?? '', Date.now()) === false) {
      setTimeout(() => socket.destroy(), UNANSWERED_MS).unref();
      return;
    }
    answer(request, response);
  };
}
