// What the bench needs of the world around it, and what a page wants of the bench.
import type { Random, StageName } from '#lab/stage.ts';
import type { Keyring } from './keyring.ts';
import type { Invitation, PeerName, RelayChoice, RelayFile } from './relay-choice.ts';

/** What a page wants the bench to stand at when the reader comes to it. */
export interface Preset {
  /** names the page, so that a reload leaves the reader's own choices alone */
  readonly page: string;
  readonly stage: StageName;
  /** the message that waits in a window, ready to be sent */
  readonly from: PeerName;
  readonly text: string;
}

/** What the bench needs of the world around it. */
export interface BenchWorld {
  now(): number;
  readonly random: Random;
  later(milliseconds: number, run: () => void): void;
  /** the answer of `relay.json`; undefined where there is none */
  relayFile(): Promise<RelayFile | undefined>;
  /** where this page's place is on a server that serves a class; an invitation may lead elsewhere. Absent where nobody joins one */
  placeInClass?(file: RelayFile, invitation: Invitation | undefined): Promise<RelayChoice>;
  /** the room and peer that the address invites to */
  invitation(): Invitation | undefined;
  /** calls back whenever the address comes to invite to something else */
  onInvitation(run: () => void): void;
  /** takes an invitation out of the address */
  dropInvitation(): void;
  /** the whole address of a relay's path, as a WebSocket wants it */
  socketUrl(path: string): string;
  /** the tab's storage; undefined where it is closed to pages */
  storage(): Storage | undefined;
  readonly keyring: Keyring;
}
