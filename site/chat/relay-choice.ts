// Which relay a page talks to: the one inside it, or the one of the server that sent it.

/** What `relay.json` says. A static host serves the one of the build, with null. */
export interface RelayFile {
  /** the path of the relay, or null where there is none */
  readonly relay: string | null;
  /** said without a network, in the server's place: what there would be with it, nobody knows */
  readonly unreached?: boolean;
  readonly class?: boolean;
  /** of a class: what the lesson is called */
  readonly lesson?: string;
  /** of a class: whether the lesson is over, so that nobody joins it */
  readonly ended?: boolean;
  /** of a class: after how many days all that its server keeps is erased */
  readonly retentionDays?: number;
}

export const PEERS = ['gauche', 'droite'] as const;
export type PeerName = (typeof PEERS)[number];

export const isPeerName = (text: unknown): text is PeerName => PEERS.some((peer) => peer === text);

/** Who a page is in a room: one of the peers, or neither, in the server's chair. */
export type SeatName = PeerName | 'serveur';

const isSeatName = (text: unknown): text is SeatName => text === 'serveur' || isPeerName(text);

/** The room and the seat of a link, as in `#room=…&peer=droite`. */
export interface Invitation {
  readonly room: string;
  readonly peer: SeatName;
}

export type RelayChoice =
  | { readonly kind: 'page' }
  | ({
      readonly kind: 'socket';
      readonly class: boolean;
      /** in a class: proves that the seat is one's own */
      readonly pass?: string | undefined;
    } & Invitation);

/** Reads the fragment of an address; undefined where it names no room. */
export function readInvitation(fragment: string): Invitation | undefined {
  const values = new URLSearchParams(fragment.replace(/^#/, ''));
  const room = values.get('room');
  if (!room) return undefined;
  const peer = values.get('peer');
  return { room, peer: isSeatName(peer) ? peer : 'gauche' };
}

/** The fragment that invites somebody else to take a seat in a room. */
export function writeInvitation({ room, peer }: Invitation): string {
  return `#${new URLSearchParams({ room, peer })}`;
}

/** Whether a fragment says more than a place on the page or an invitation: perhaps a state, see state-link.ts. */
export const mayBeState = (fragment: string): boolean =>
  /=|%3D/i.test(fragment) && (/[#&]etat=/.test(fragment) || !readInvitation(fragment));

/**
 * A lone page never takes a shared room. Where a student of a class sits, the class says: see `site/class/`.
 * @param file - what `relay.json` said; undefined where it could not be read
 * @param invitation - of the address, or of the tab that was invited earlier
 */
export function chooseRelay(file: RelayFile | undefined, invitation: Invitation | undefined): RelayChoice {
  if (!file?.relay || !invitation) return { kind: 'page' };
  return { kind: 'socket', class: false, ...invitation };
}

// Without the letters and digits that look alike.
const ROOM_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A room's name that cannot be guessed: ten characters of 31, 49 bits. */
export function randomRoom(random: (length: number) => Uint8Array): string {
  let room = '';
  while (room.length < 10)
    for (const byte of random(10)) {
      // Bytes beyond the last whole multiple of 31 would favour the first letters.
      if (byte < 248 && room.length < 10) room += ROOM_ALPHABET[byte % ROOM_ALPHABET.length];
    }
  return room;
}

const PAGE_ROOM = 'page';

export const roomOf = (choice: RelayChoice): string => (choice.kind === 'page' ? PAGE_ROOM : choice.room);

/** Whether an invitation, or none, leads to where the conversation takes place. */
export function isSameRoom(invitation: Invitation | undefined, choice: RelayChoice): boolean {
  return choice.kind === 'page' ? invitation === undefined : invitation?.room === choice.room;
}
