// The line between a session and a relay: a socket, or the relay in this very page.
import { utf8 } from '#lab/bytes.ts';
import { CLOSE, type Delivery } from '#server/protocol.ts';
import type { Relay } from '#server/relay.ts';

export interface LinkEvents {
  /** The line is up: time to register. */
  open(): void;
  delivery(delivery: Delivery): void;
  /**
   * The line is down.
   * @param code - what it was closed with (RFC 6455 §7.4)
   * @param retryIn - milliseconds until it is tried again; undefined: never
   */
  lost(code: number, retryIn: number | undefined): void;
}

export interface Link {
  /** Sends a frame. @returns whether the line was up */
  send(frame: string): boolean;
  /** Says goodbye, for good. */
  close(): void;
  /** Goes without a word, for good: what the relay sees is a line that was lost. */
  break(): void;
}

/** Opens a line. It reports to `events`, never before this call has returned. */
export type Connect = (events: LinkEvents) => Link;

/** A line to the relay in this page. */
export function pageLink(relay: Relay): Connect {
  return (events) => {
    let open = true;
    const connection = relay.connect({
      send: (frame) => queueMicrotask(() => events.delivery(JSON.parse(frame))),
      close: (code) => {
        open = false;
        queueMicrotask(() => events.lost(code, undefined));
      },
    });
    queueMicrotask(() => events.open());
    return {
      send(frame) {
        if (open) relay.receive(connection, () => frame, utf8(frame).length);
        return open;
      },
      close() {
        open = false;
        relay.disconnect(connection, true);
      },
      break() {
        open = false;
        relay.disconnect(connection, false);
      },
    };
  };
}

const RETRY_FIRST_MS = 500;
const RETRY_LAST_MS = 8_000;

/** How a page ends a line: with a goodbye, or as if it had been lost. Source: RFC 6455 §7.4 */
const GOODBYE = 1000;
const BROKEN = 4000;

/** Close codes after which trying again would only take the place back and forth. */
const FINAL: ReadonlySet<number> = new Set([CLOSE.RESUMED_ELSEWHERE, CLOSE.MOVED]);

/** A line to a relay over a WebSocket. A lost one is tried again, later and later, until it is closed. */
export function socketLink(url: string): Connect {
  return (events) => {
    let socket: WebSocket;
    let closed = false;
    let retryIn = RETRY_FIRST_MS;
    let timer: ReturnType<typeof setTimeout>;

    const open = () => {
      socket = new WebSocket(url);
      socket.addEventListener('open', () => {
        retryIn = RETRY_FIRST_MS;
        events.open();
      });
      socket.addEventListener('message', ({ data }) => events.delivery(JSON.parse(data)));
      socket.addEventListener('close', ({ code }) => {
        if (closed) return;
        if (FINAL.has(code)) {
          events.lost(code, undefined);
          return;
        }
        // A class whose relay restarts should not come back in one instant.
        const wait = retryIn * (0.75 + Math.random() / 2);
        retryIn = Math.min(2 * retryIn, RETRY_LAST_MS);
        timer = setTimeout(open, wait);
        events.lost(code, wait);
      });
    };
    open();

    const end = (code: number) => {
      closed = true;
      clearTimeout(timer);
      socket.close(code);
    };

    return {
      send(frame) {
        if (socket.readyState !== WebSocket.OPEN) return false;
        socket.send(frame);
        return true;
      },
      close: () => end(GOODBYE),
      break: () => end(BROKEN),
    };
  };
}
