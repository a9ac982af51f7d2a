// A class for the trips of the teacher and the projector: the real server, and students who know no more than the wire.
import { WebSocket } from 'ws';
import type { ClassDelivery, ClassEnvelope } from '#server/class/wire.ts';
import type { Delivery } from '#server/protocol.ts';
import type { Server } from '../../test/running-server.ts';
import { startServer } from './workbook.ts';

type News = ClassDelivery | Delivery;
type Kind = News['type'];
type Of<K extends Kind> = Extract<News, { type: K }>;

export interface LedClass {
  readonly server: Server;
  readonly code: string;
  /** the teacher's private address, secret and all */
  readonly desk: string;
  readonly projector: string;
  readonly teacherSecret: string;
}

const found = (output: string, pattern: RegExp): string => {
  const match = pattern.exec(output)?.[1];
  if (match === undefined) throw new Error(`not in what the server printed: ${pattern}`);
  return match;
};

/** One for all: another one would have the site built anew. */
const PASSPHRASE = 'une phrase pour les essais';

export async function startClass(
  environment: NodeJS.ProcessEnv = {},
  words: readonly string[] = [],
): Promise<LedClass> {
  const server = await startServer(['--class', '--lesson', 'TP 3, groupe B', ...words], {
    ANSWERS_PASSPHRASE: PASSPHRASE,
    ...environment,
  });
  const output = server.output();
  const teacherSecret = found(output, /prof\/#cle=([0-9a-f]+)/);
  return {
    server,
    code: found(output, /#code=([a-z0-9]+)/),
    desk: `${server.url}prof/#cle=${teacherSecret}`,
    projector: `${server.url}journal/#cle=${found(output, /journal\/#cle=([0-9a-f]+)/)}`,
    teacherSecret,
  };
}

const WAIT_MS = 15_000;

/** A line of a client that remembers the last news of each kind. */
export class Line {
  readonly #socket: WebSocket;
  readonly #last = new Map<Kind, News>();

  constructor(server: Server) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${server.port}/relay`);
    this.#socket.on('message', (data) => {
      const news: News = JSON.parse(String(data));
      this.#last.set(news.type, news);
    });
  }

  async say(envelope: ClassEnvelope | Readonly<Record<string, unknown>>): Promise<void> {
    if (this.#socket.readyState === WebSocket.CONNECTING)
      await new Promise((open) => this.#socket.once('open', open));
    this.#socket.send(JSON.stringify(envelope));
  }

  /** Waits for the last news of a kind to be so. */
  async hear<K extends Kind>(kind: K, isSo: (news: Of<K>) => boolean = () => true): Promise<Of<K>> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const news = this.#last.get(kind) as Of<K> | undefined; // kept under its own type
      if (news && isSo(news)) return news;
      if (Date.now() > until) throw new Error(`no such ${kind}: ${JSON.stringify(news)}`);
      await new Promise((passed) => setTimeout(passed, 30));
    }
  }

  close(): void {
    this.#socket.close();
  }

  /** Waits until the connection has ended. */
  async gone(): Promise<void> {
    if (this.#socket.readyState !== WebSocket.CLOSED)
      await new Promise((closed) => this.#socket.once('close', closed));
  }
}

export interface Student {
  readonly line: Line;
  readonly pass: string;
  readonly seat: string;
}

export async function join({ server, code }: LedClass, pseudonym: string): Promise<Student> {
  const line = new Line(server);
  await line.say({ type: 'join', code, pseudonym });
  const { pass, seat } = await line.hear('seated');
  await line.hear('class');
  return { line, pass, seat };
}

/** Takes a student's place in the chat of the own room: one of the two ends, which a third gets as soon as a fourth has come. */
export async function chat({ server }: LedClass, { line, pass }: Student): Promise<Line> {
  const { room } = await line.hear('class', (news) => news.room.chair !== 'serveur');
  const talk = new Line(server);
  await talk.say({ type: 'register', room: room.room, user: room.chair, log: true, pass });
  await talk.hear('registered');
  return talk;
}

export async function handIn({ server }: LedClass, { pass }: Student, sheet: string): Promise<void> {
  const response = await fetch(`${server.url}class/hand-in`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${pass}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ sheet }),
  });
  if (!response.ok) throw new Error(`hand-in: ${response.status} ${await response.text()}`);
}
