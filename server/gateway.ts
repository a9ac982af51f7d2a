// The relay's door for sockets: who may come in, and what a socket may do. The only file that touches `ws`.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { Admission } from './admission.ts';
import type { Connection } from './connection.ts';
import { CLOSE, MAX_FRAME_BYTES } from './protocol.ts';
import type { Relay } from './relay.ts';
import type { Port } from './room.ts';
import { isShallow } from './shallow-json.ts';
import type { AnyRefusalCode, Watch } from './watch.ts';

const MAX_BUFFERED_BYTES = 1024 * 1024;
/** Objects and lists in each other: more than any envelope has, and far less than what keeps a parser busy. */
const MAX_DEPTH = 8;
const HEARTBEAT_MS = 15_000;
/** in which all sockets are asked, one part after the other: thousands at once would keep everybody waiting */
const TURNS = 15;
const DEAF_MS = 100;
const CLOSE_WITHIN_MS = 1_500;

// In an object of their own, since the types of `ws` do not know all of its options.
const LIMITS = { maxPayload: MAX_FRAME_BYTES, maxFragments: 64, closeTimeout: CLOSE_WITHIN_MS };

export interface GatewayOptions {
  /** the relay's path, base included */
  readonly path: string;
  /** whether every upgrade on this server is the gateway's to answer; false where another answers the rest */
  readonly alone: boolean;
  /** whether a request's Host header names this server */
  readonly hostAllowed: (host: string | undefined) => boolean;
  /** whether a page of this origin may connect; clients that send none are no browsers */
  readonly originAllowed: (origin: string) => boolean;
  /** open connections that one address may hold; 0 for any number */
  readonly maxPerAddress: number;
  /** how often a sign of life is asked for, in milliseconds; 15 s where it is left out */
  readonly heartbeatMs?: number;
  /** who is told what the door does; nobody where it is left out */
  readonly watch?: Pick<Watch, 'upgradeRefused' | 'cut' | 'refused'>;
}

export interface Gateway {
  /** how many sockets are open */
  connections(): number;
  /** Closes every connection with 1001, and answers no more upgrades. */
  close(): Promise<void>;
}

/** Why an upgrade is refused, as an HTTP status line; undefined for one that may pass. */
function objection(request: IncomingMessage, options: GatewayOptions): string | undefined {
  const { host, origin } = request.headers;
  // Node and ws would take an upgrade over HTTP/1.0, and one without a Host.
  if (request.httpVersion !== '1.1' || host === undefined) return '400 Bad Request';
  if (!options.hostAllowed(host)) return '421 Misdirected Request';
  if (origin !== undefined && !options.originAllowed(origin)) return '403 Forbidden';
  return undefined;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const pathOf = (request: IncomingMessage) => (request.url ?? '').split('?', 1)[0];

/** Holds back what is written in one turn of the event loop, so that each socket gets it in one system call. */
function joinWrites(cut: (slow: WebSocket) => void): (socket: WebSocket, stream: Duplex) => void {
  const held = new Map<WebSocket, Duplex>();
  const release = () => {
    for (const [socket, stream] of held) {
      stream.uncork();
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) cut(socket); // a slow or dead reader
    }
    held.clear();
  };
  return (socket, stream) => {
    if (held.has(socket)) return;
    if (held.size === 0) setImmediate(release);
    held.set(socket, stream);
    stream.cork();
  };
}

/** What all ways back to sockets share. */
interface Door {
  /** holds a socket's writes back until the end of this turn */
  hold(socket: WebSocket, stream: Duplex): void;
  /** One frame goes to many sockets, so its bytes are made once. */
  encode(frame: string): Buffer;
  refused(code: AnyRefusalCode, address: string): void;
}

/** A way back to one socket. A class, since there are as many as sockets. */
class SocketPort implements Port {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #address: string;
  readonly #door: Door;

  constructor(socket: WebSocket, stream: Duplex, address: string, door: Door) {
    this.#socket = socket;
    this.#stream = stream;
    this.#address = address;
    this.#door = door;
  }

  send(frame: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#door.hold(this.#socket, this.#stream);
    this.#socket.send(this.#door.encode(frame), { binary: false });
  }

  /** Whoever is expelled is not listened to any more: all else that is on its way would be taken apart for nothing. */
  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
    if (code === CLOSE.POLICY_VIOLATION) this.#socket.pause();
  }

  /** Whoever is too fast is not listened to for a moment: the network holds the rest back, which costs nothing here. */
  refused(code: AnyRefusalCode): void {
    this.#door.refused(code, this.#address);
    if (code !== 'TOO_FAST' || this.#socket.isPaused) return;
    this.#socket.pause();
    setTimeout(() => this.#socket.resume(), DEAF_MS).unref();
  }
}

/** Encodes frames, and remembers the last one: the very same text comes once for each of a room. */
function lastFrameEncoder(): (frame: string) => Buffer {
  let last = '';
  let bytes = Buffer.alloc(0);
  return (frame) => {
    if (frame !== last) {
      last = frame;
      bytes = Buffer.from(frame);
    }
    return bytes;
  };
}

const ignore = () => {};

function destroy(this: Duplex): void {
  this.destroy();
}

/** The text of a frame; of one that cannot be an envelope, a text that is none either. */
function textOf(bytes: Buffer, isBinary: boolean): string {
  const text = isBinary ? '' : bytes.toString('utf8');
  return isShallow(text, MAX_DEPTH) ? text : '';
}

/** What the door knows of a socket. */
interface Visitor {
  readonly address: string;
  /** which of the heartbeat's turns it is asked in */
  readonly turn: number;
  /** whether it has not answered since it was asked */
  silent: boolean;
}

/** Asks a part of the sockets at a time for a sign of life, and ends those that gave none since they were asked last. */
function keepHeartbeat(
  sockets: WebSocketServer,
  visitors: WeakMap<WebSocket, Visitor>,
  cut: (silent: WebSocket) => void,
  everyMs: number,
): NodeJS.Timeout {
  let turn = 0;
  return setInterval(() => {
    turn = (turn + 1) % TURNS;
    for (const socket of sockets.clients) {
      const visitor = visitors.get(socket);
      if (visitor?.turn !== turn) continue;
      if (visitor.silent) cut(socket);
      visitor.silent = true;
      socket.ping();
    }
  }, everyMs / TURNS).unref();
}

/** Brings what a socket says to the relay. */
function serve(socket: WebSocket, relay: Relay, connection: Connection): void {
  socket.on('message', (data, isBinary) => {
    const bytes = data as Buffer; // with its default binaryType `ws` hands over one
    relay.receive(connection, () => textOf(bytes, isBinary), bytes.length);
  });
  for (const control of ['ping', 'pong'] as const) socket.on(control, () => relay.receiveControl(connection));
  socket.on('error', ignore); // `ws` closes with the fitting code itself (1002, 1007, 1009)
  // 1000, or no code at all, is a goodbye; a page that is left (1001) and a lost line (1006) may come back.
  socket.on('close', (code) => relay.disconnect(connection, code === 1000 || code === 1005));
}

/** Gives an address its connection back. Apart, so that a socket's whole life does not keep its request in memory. */
function releaseWith(stream: Duplex, admission: Admission, address: string): void {
  stream.on('close', () => admission.release(address));
}

/** Puts the relay behind an HTTP server's upgrades. */
export function attachRelay(server: Server, relay: Relay, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    ...LIMITS,
  });
  const admission = new Admission(options.maxPerAddress);
  const { watch } = options;
  const visitors = new WeakMap<WebSocket, Visitor>();
  let arrived = 0;
  const cutFor = (why: 'slow' | 'silent') => (socket: WebSocket) => {
    watch?.cut(why, visitors.get(socket)?.address ?? '');
    socket.terminate();
  };
  const heartbeat = keepHeartbeat(sockets, visitors, cutFor('silent'), options.heartbeatMs ?? HEARTBEAT_MS);
  const door: Door = {
    hold: joinWrites(cutFor('slow')),
    encode: lastFrameEncoder(),
    refused: (code, address) => watch?.refused(code, address),
  };
  sockets.on('connection', (socket, { socket: stream }) => {
    const address = stream.remoteAddress ?? '';
    const visitor = { address, turn: arrived++ % TURNS, silent: false };
    visitors.set(socket, visitor);
    socket.on('pong', () => {
      visitor.silent = false;
    });
    serve(socket, relay, relay.connect(new SocketPort(socket, stream, address, door), address));
  });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const isOurs = pathOf(request) === options.path;
    if (!isOurs && !options.alone) return;
    socket.on('error', destroy); // from here on nobody else listens to what goes wrong on it
    if (!isOurs) {
      refuse(socket, '404 Not Found');
      return;
    }
    const address = request.socket.remoteAddress ?? '';
    const reason =
      objection(request, options) ??
      (admission.admit(address, Date.now()) ? undefined : '429 Too Many Requests');
    if (reason) {
      watch?.upgradeRefused(reason, address);
      refuse(socket, reason);
      return;
    }
    releaseWith(socket, admission, address);
    sockets.handleUpgrade(request, socket, head, (open) => sockets.emit('connection', open, request));
  };
  server.on('upgrade', onUpgrade);

  return {
    connections: () => sockets.clients.size,
    async close() {
      server.off('upgrade', onUpgrade);
      clearInterval(heartbeat);
      for (const socket of sockets.clients) socket.close(CLOSE.GOING_AWAY, 'the relay stops');
      const allGone = Promise.all(
        Array.from(sockets.clients, (socket) => new Promise((gone) => socket.once('close', gone))),
      );
      const patience = new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS).unref());
      await Promise.race([allGone, patience]);
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}
