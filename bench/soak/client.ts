// A peer of the soak: it numbers and dates what it says, and keeps account of what it hears.
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Microseconds of a clock that all processes of this machine share. */
export const micros = () => Number(process.hrtime.bigint() / 1000n);

export interface Heard {
  readonly sender: string;
  readonly n: number;
  /** how long it was under way, in microseconds */
  readonly took: number;
}

interface Seat {
  readonly room: string;
  readonly user: string;
  readonly log?: boolean;
  readonly resume?: string | undefined;
  readonly since?: number | undefined;
}

export class SoakClient {
  readonly socket: WebSocket;
  resume: string | undefined;
  /** the number of the last message that came, in its room */
  seq = 0;
  said = 0;
  acknowledged = 0;
  gaps = 0;
  onHeard: (heard: Heard) => void = () => {};
  onSent: () => void = () => {};
  onGap: () => void = () => {};
  #joined: (() => void) | undefined;
  #refused: ((error: Error) => void) | undefined;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('error', () => {}); // told by the close that follows
    socket.on('message', (data) => this.#take(String(data)));
  }

  async register(seat: Seat): Promise<void> {
    const joined = new Promise<void>((resolve, reject) => {
      this.#joined = resolve;
      this.#refused = reject;
      this.socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    });
    this.socket.send(JSON.stringify({ type: 'register', ...seat }));
    await joined;
  }

  /** Says the next number. @param user - one's own name, so that hearers know whose number it is */
  say(user: string): void {
    this.said += 1;
    const message = `${user} ${this.said} ${micros()}`;
    this.socket.send(JSON.stringify({ type: 'send_message', message, id: String(this.said) }));
  }

  #take(frame: string): void {
    const delivery = JSON.parse(frame);
    if (delivery.type === 'recv') {
      this.seq = delivery.seq;
      const [sender, n, at] = String(delivery.message).split(' ');
      this.onHeard({ sender: sender ?? '', n: Number(n), took: micros() - Number(at) });
    } else if (delivery.type === 'sent') {
      this.acknowledged += 1;
      this.onSent();
    } else if (delivery.type === 'registered') {
      this.resume = delivery.resume;
      this.#joined?.();
    } else if (delivery.type === 'gap') {
      this.gaps += 1;
      this.onGap();
    } else if (delivery.type === 'refused') {
      this.#refused?.(new Error(delivery.code));
    }
  }
}

/** Opens a connection. @param from - the address of the machine itself that it comes from */
export async function connect(port: number, from = '127.0.0.1'): Promise<SoakClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`, {
    perMessageDeflate: false,
    localAddress: from,
  });
  const client = new SoakClient(socket);
  await once(socket, 'open');
  return client;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until something is so. @returns whether it came about in time */
export async function until(isSo: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > end) return false;
    await pause(20);
  }
  return true;
}
