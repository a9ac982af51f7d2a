// What a relay asks of the class that it serves, and what the class may do to the relay's rooms.
import type { Connection } from './connection.ts';
import type { LogLine, Observe, Operate, Register } from './protocol.ts';
import type { Port } from './room.ts';
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
  isFrozen(room: string): boolean;
  /** A peer has sent a message. */
  heard(room: string, user: string): void;
}

/** What goes on in a room. */
export interface Traffic {
  /** messages that it has carried */
  readonly messages: number;
  /** lines that its log has */
  readonly lines: number;
  /** the line to its operator, if one sits there */
  readonly operator: Port | undefined;
}

/** The rooms of a relay, in the hands of a class. */
export interface Rooms {
  /** Makes a room that stays, and that may have an operator. @param onLog - gets its log */
  openRoom(name: string, onLog: (lines: readonly LogLine[]) => void): void;
  /** Sends everybody out of a room, and lets go of it. */
  closeRoom(name: string): void;
  /** Takes a name away from whoever has it. */
  evict(name: string, user: string): void;
  /** Takes the operator's seat away: the relay of the room is honest again. */
  evictOperator(name: string): void;
  trafficOf(name: string): Traffic;
}
