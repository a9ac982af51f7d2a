// The relay's door for sockets: who may come in, and what a socket may do. The only file that touches `ws`.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
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

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  refused(code: AnyRefusalCode): void {
    this.#door.refused(code, this.#address);
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

function textOf(data: RawData): { text: string; size: number } {
  // With its default binaryType `ws` hands over one Buffer.
  const bytes = data as Buffer;
  return { text: bytes.toString('utf8'), size: bytes.length };
}

/** Ends sockets that answered none of the last pings. */
function keepHeartbeat(
  sockets: WebSocketServer,
  cut: (silent: WebSocket) => void,
  everyMs = HEARTBEAT_MS,
): NodeJS.Timeout {
  const silent = new WeakSet<WebSocket>();
  const answers = function (this: WebSocket) {
    silent.delete(this);
  };
  sockets.on('connection', (socket) => socket.on('pong', answers));
  return setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) cut(socket);
      silent.add(socket);
      socket.ping();
    }
  }, everyMs).unref();
}

/** Brings what a socket says to the relay. */
function serve(socket: WebSocket, relay: Relay, connection: Connection): void {
  socket.on('message', (data, isBinary) => {
    const { text, size } = textOf(data);
    const isReadable = !isBinary && isShallow(text, MAX_DEPTH);
    relay.receive(connection, isReadable ? text : '', size); // refused as what it is not: JSON
  });
  socket.on('ping', () => relay.receiveControl(connection));
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
  const addresses = new WeakMap<WebSocket, string>();
  const cutFor = (why: 'slow' | 'silent') => (socket: WebSocket) => {
    watch?.cut(why, addresses.get(socket) ?? '');
    socket.terminate();
  };
  const heartbeat = keepHeartbeat(sockets, cutFor('silent'), options.heartbeatMs);
  const door: Door = {
    hold: joinWrites(cutFor('slow')),
    encode: lastFrameEncoder(),
    refused: (code, address) => watch?.refused(code, address),
  };
  sockets.on('connection', (socket, { socket: stream }) => {
    const address = stream.remoteAddress ?? '';
    addresses.set(socket, address);
    serve(socket, relay, relay.connect(new SocketPort(socket, stream, address, door), address));
  });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(request) !== options.path) {
      if (options.alone) refuse(socket, '404 Not Found');
      return;
    }
    socket.on('error', destroy);
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
