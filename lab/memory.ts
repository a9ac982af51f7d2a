// What a receiver remembers, so that it knows a copy when it sees one.
import { toHex } from './bytes.ts';

/** How many salts that it has not met before a receiver takes from one sender within {@link SALT_WINDOW_SECONDS}. */
export const MOST_NEW_SALTS = 4;

export const SALT_WINDOW_SECONDS = 60;

/** A memory at rest, as JSON may keep it. */
export interface FrozenMemory {
  /** sender and salt, and the highest counter accepted, in decimal */
  readonly counters: readonly (readonly [string, string])[];
  /** names of tokens, and until when they must be known, in seconds from 1970 UTC */
  readonly tokens: readonly (readonly [string, number])[];
}

const nameOf = (sender: string, salt: Uint8Array) => `${toHex(salt)} ${sender}`;

export class Memory {
  readonly #counters = new Map<string, bigint>();
  readonly #tokens = new Map<string, number>();
  /** salts met that no token has proved yet, and when: each costs its receiver a key derivation */
  #met: { readonly name: string; readonly sender: string; readonly at: number }[] = [];

  /**
   * Meets a salt, which may be an attacker's: deriving its key is work, so there is a limit to new ones.
   * @param now - the receiver's clock, in seconds
   * @returns whether its key is worth deriving; asking again changes nothing
   */
  meet(sender: string, salt: Uint8Array, now: number): boolean {
    const name = nameOf(sender, salt);
    this.#met = this.#met.filter(({ at }) => Math.abs(now - at) < SALT_WINDOW_SECONDS);
    if (this.#counters.has(name) || this.#met.some((one) => one.name === name)) return true;
    if (this.#met.filter((one) => one.sender === sender).length >= MOST_NEW_SALTS) return false;
    this.#met.push({ name, sender, at: now });
    return true;
  }

  /** The highest counter accepted of a sender under a salt; 0 for none. */
  highest(sender: string, salt: Uint8Array): bigint {
    return this.#counters.get(nameOf(sender, salt)) ?? 0n;
  }

  /** A token of this counter has been accepted. */
  accept(sender: string, salt: Uint8Array, counter: bigint): void {
    const name = nameOf(sender, salt);
    this.#counters.set(name, counter);
    this.#met = this.#met.filter((one) => one.name !== name);
  }

  /** Whether this very token has been accepted before, by bytes that no other token has. */
  knows(token: Uint8Array): boolean {
    return this.#tokens.has(toHex(token));
  }

  /**
   * A token has been accepted; from `until` on its age refuses it, so that it may be forgotten.
   * @param until - and `now`: the receiver's clock, in seconds
   */
  keep(token: Uint8Array, until: number, now: number): void {
    for (const [name, end] of this.#tokens) if (end < now) this.#tokens.delete(name);
    this.#tokens.set(toHex(token), until);
  }

  freeze(): FrozenMemory {
    return {
      counters: Array.from(this.#counters, ([name, counter]) => [name, String(counter)] as const),
      tokens: [...this.#tokens],
    };
  }

  static thaw({ counters, tokens }: FrozenMemory): Memory {
    const memory = new Memory();
    for (const [name, counter] of counters) memory.#counters.set(name, BigInt(counter));
    for (const [name, until] of tokens) memory.#tokens.set(name, until);
    return memory;
  }
}
