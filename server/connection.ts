// One client's side of the relay, from its first frame to its last: its seat, and what it may still spend.
import { MAX_FRAME_BYTES } from './protocol.ts';
import { Bucket } from './rate.ts';
import type { Member, Operator, Port, Room } from './room.ts';
import type { AnyRefusalCode } from './watch.ts';

const BURST_SECONDS = 4;
const BYTES_PER_MESSAGE = (2 * 1024 * 1024) / 50; // sustained, at the default rate: 2 MiB a second
const ABUSE = { refusals: 500, withinMs: 10_000 };

/** Where a client sits: on a member's name, or on none as an observer, or where the room's operator sits. */
export interface Seat {
  readonly room: Room;
  readonly member: Member | undefined;
  readonly operator?: Operator;
}

export class Connection implements Port {
  seat: Seat | undefined;
  /** whether it speaks with the class, and so sits in no room */
  atDesk = false;
  closed = false;
  /** of the client, as far as the door knows it */
  readonly address: string;
  readonly #port: Port;
  readonly #messages: Bucket | undefined;
  readonly #bytes: Bucket | undefined;
  #refusals = 0;
  #refusedFrom = Number.NEGATIVE_INFINITY;

  /**
   * @param rate - messages a second that may be sent on and on; 0 for any number
   * @param now - milliseconds, as in {@link overspends}
   */
  constructor(port: Port, rate: number, now: number, address = '') {
    this.#port = port;
    this.address = address;
    if (rate === 0) return;
    const burst = rate * BURST_SECONDS;
    this.#messages = new Bucket(burst, rate, now);
    this.#bytes = new Bucket(burst * MAX_FRAME_BYTES, rate * BYTES_PER_MESSAGE, now); // the largest frames fit a burst
  }

  send(frame: string): void {
    if (!this.closed) this.#port.send(frame);
  }

  refused(code: AnyRefusalCode): void {
    this.#port.refused?.(code);
  }

  close(code: number, reason: string): void {
    if (this.closed) return;
    this.closed = true;
    this.#port.close(code, reason);
  }

  /**
   * Pays for a frame.
   * @param size - in bytes
   * @returns false when it could be paid for; else that it came too fast, or for the last time
   */
  overspends(size: number, now: number): false | 'too fast' | 'abuse' {
    if (!this.#messages || !this.#bytes) return false;
    if (this.#messages.take(1, now) && this.#bytes.take(size, now)) return false;
    if (now - this.#refusedFrom > ABUSE.withinMs) {
      this.#refusedFrom = now;
      this.#refusals = 0;
    }
    this.#refusals += 1;
    return this.#refusals >= ABUSE.refusals ? 'abuse' : 'too fast';
  }
}
