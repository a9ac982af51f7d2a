// What the benches need of a client, whichever server it talks to.

export interface Peer {
  send(text: string): void;
  close(): void;
}

/** A way to talk to a kind of server. */
export interface Kind {
  readonly name: string;
  /** the server's file, from this folder */
  readonly server: string;
  /** Joins a room. @param heard - called for each message of another */
  join(port: number, room: string, user: string, heard: () => void): Promise<Peer>;
  /** Somebody who gets the room's log, where the server has one. */
  observe?(port: number, room: string): Promise<Peer>;
}
