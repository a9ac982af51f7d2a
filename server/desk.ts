// What a relay asks of the class that it serves.
import type { Connection } from './connection.ts';
import type { Observe, Operate, Register } from './protocol.ts';
import type { Values } from './values.ts';

/** Whoever decides who may enter which room. */
export interface Desk {
  /**
   * Takes what a class says on the wire.
   * @returns false for what is none of its words
   * @throws RelayError for a word that is refused
   */
  receive(connection: Connection, values: Values): boolean;
  /** A connection on which the class was spoken with is gone. */
  leave(connection: Connection): void;
  /**
   * Lets somebody into a room.
   * @returns `owner` for the one whose place it is, whoever sits there now
   * @throws RelayError `FORBIDDEN`, the same for a room that does not exist
   */
  admit(connection: Connection, envelope: Register | Observe | Operate): 'owner' | 'guest';
  /** A peer has sent a message. */
  heard(room: string, user: string): void;
}
