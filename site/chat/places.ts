// Where the peers of a bench sit: on the relay in the page, or in a room of a server's relay.
import { type Signal, signal } from '@preact/signals';
import type { StageName } from '#lab/stage.ts';
import { Relay } from '#server/relay.ts';
import { eventsOf } from './bench-events.ts';
import type { BenchWorld } from './bench-world.ts';
import type { Cable } from './cable.ts';
import type { Chair } from './chair.ts';
import { secondsAt } from './clock.ts';
import type { KeptBench } from './keep.ts';
import { type Connect, pageLink, socketLink } from './link.ts';
import type { Network } from './network.ts';
import type { OperatorSeat } from './operator.ts';
import type { Peer } from './peer.ts';
import {
  chooseRelay,
  type Invitation,
  isSameRoom,
  PEERS,
  type PeerName,
  type RelayChoice,
  randomRoom,
  roomOf,
} from './relay-choice.ts';
import { type ServerLog, withoutMessages, withStage } from './server-log.ts';
import { type Seat, Session } from './session.ts';
import type { BenchTime } from './time.ts';
import { type Timeline, withDoubts, withoutNumbers } from './timeline.ts';

const LOOPBACK = /^(?:localhost|127\..*|\[::1\])$/;

const passOf = (choice: RelayChoice) => (choice.kind === 'socket' ? choice.pass : undefined);

const newSeat = (room: string, user: PeerName, pass?: string): Seat => ({ room, user, since: 0, pass });

/** The parts of a bench that its places are furnished with. */
interface Furniture {
  readonly stage: Signal<StageName>;
  readonly peers: Readonly<Record<PeerName, Peer>>;
  readonly timeline: Signal<Timeline>;
  readonly log: Signal<ServerLog>;
  readonly selected: Signal<string | undefined>;
  readonly users: Signal<readonly string[]>;
  readonly chair: Chair;
  readonly time: BenchTime;
  readonly latency: Signal<number>;
  readonly network: Network;
  readonly logs: Signal<boolean>;
  readonly cable: Cable;
}

export class Places {
  /** undefined until the page knows */
  readonly relay: Signal<RelayChoice | undefined> = signal();
  /** the path of a server's relay that could carry this conversation */
  readonly serverRelay: Signal<string | undefined> = signal();
  /** whether this page was sent by a class, joined or not */
  readonly inClass: Signal<boolean> = signal(false);
  /** whether the teacher has stopped the room */
  readonly frozen: Signal<boolean> = signal(false);
  /** whether the room that this page belongs to cannot be reached now: what the tab has kept of it stays there */
  readonly unreachable: Signal<boolean> = signal(false);
  readonly #bench: Furniture;
  readonly #world: BenchWorld;
  #pageRelay: Relay | undefined;

  constructor(bench: Furniture, world: BenchWorld) {
    this.#bench = bench;
    this.#world = world;
  }

  /** Finds out where the conversation is to take place. */
  async choose(kept: KeptBench | undefined): Promise<RelayChoice> {
    const file = await this.#world.relayFile();
    const invited = this.#world.invitation();
    const invitation = invited ?? kept?.invitation;
    this.serverRelay.value = file?.relay ?? undefined;
    this.inClass.value = file?.class === true;
    this.unreachable.value = invitation !== undefined && !file?.relay;
    if (file?.class) return this.#world.placeInClass?.(file, invited) ?? { kind: 'page' };
    return chooseRelay(file, invitation);
  }

  /** Lets everybody take his place there, as far as places are this page's to take. */
  take(choice: RelayChoice, kept?: KeptBench): void {
    this.relay.value = choice;
    const room = roomOf(choice);
    const connect = choice.kind === 'page' ? this.#connectInPage(kept) : this.#connectTo(choice);
    const own = choice.kind === 'page' ? 'gauche' : choice.peer;
    for (const name of PEERS) {
      const seat = kept?.peers[name].seat;
      const peer = this.#bench.peers[name];
      if (seat?.room === room) this.#seat(peer, { ...seat, pass: passOf(choice) }, connect, name === own);
      else if (name === own || choice.kind === 'page')
        this.#seat(peer, newSeat(room, name, passOf(choice)), connect, name === own);
    }
    if (kept?.operator?.room === room) this.#operate(choice, kept.operator);
    else if (own === 'serveur') this.#operate(choice, { room });
  }

  /** Goes where the address leads from now on. */
  followAddress(): void {
    this.#world.onInvitation(() => this.#follow(this.#world.invitation()));
  }

  /** Lets this page be a peer that nobody else is. */
  hold(name: PeerName): void {
    const choice = this.relay.value;
    const peer = this.#bench.peers[name];
    if (choice?.kind !== 'socket' || peer.session.value) return;
    this.#seat(peer, newSeat(choice.room, name), this.#connectTo(choice), false);
  }

  /** Gives a peer's place up, for somebody else to take. */
  release(name: PeerName): void {
    const peer = this.#bench.peers[name];
    peer.session.value?.leave();
    peer.session.value = undefined;
    peer.presence.value = 'connecting';
  }

  /** Takes a place back that another page has taken. */
  takeBack(name: PeerName): void {
    const choice = this.relay.value;
    const peer = this.#bench.peers[name];
    const seat = peer.session.value?.seat;
    if (choice?.kind !== 'socket' || !seat) return;
    this.#seat(peer, seat, this.#connectTo(choice), name === choice.peer);
  }

  /** The peers of a shared room that this page holds besides its own seat. */
  heldBesides(): readonly PeerName[] {
    const choice = this.relay.value;
    if (choice?.kind !== 'socket') return [];
    return PEERS.filter((name) => name !== choice.peer && this.#bench.peers[name].session.value);
  }

  /** Whether a peer of the room is held by another page. */
  isShared(): boolean {
    const peers = Object.values(this.#bench.peers);
    return this.relay.value?.kind === 'socket' && peers.some(({ session }) => !session.value);
  }

  /** Whether the relay is on this machine, so that nobody elsewhere can follow an invitation to this very address. */
  isLocal(): boolean {
    const path = this.serverRelay.value;
    return path !== undefined && LOOPBACK.test(new URL(this.#world.socketUrl(path)).hostname);
  }

  /** Whether what is said here may cross a network in clear, for others to read. */
  isOverheard(): boolean {
    const choice = this.relay.value;
    const path = this.serverRelay.value;
    if (choice?.kind !== 'socket' || path === undefined) return false;
    return this.#world.socketUrl(path).startsWith('ws:') && (choice.class || !this.isLocal());
  }

  /** Takes the server's chair: from there the relay can be told to be malicious. */
  operate(): void {
    const choice = this.relay.value;
    if (choice && !this.#bench.chair.operator.value) this.#operate(choice, { room: roomOf(choice) });
  }

  /** Takes the server's chair of another room, and no more than that. */
  operateIn(room: string): void {
    const choice = this.relay.value;
    if (choice?.kind === 'socket' && choice.room === room) this.operate();
    if (!choice || this.serverRelay.value === undefined || roomOf(choice) === room) return;
    const { timeline, log, stage } = this.#bench;
    this.#world.dropInvitation();
    timeline.value = [];
    log.value = withStage([], stage.value);
    this.move({ kind: 'socket', class: false, room, peer: 'serveur' });
  }

  /** Takes the conversation to a new room of the server's relay, where another page can be the other peer. */
  openRoom(): void {
    this.continueIn({ kind: 'socket', class: false, room: randomRoom(this.#world.random), peer: 'gauche' });
  }

  /** Takes the conversation back into this page. */
  closeRoom(): void {
    this.#world.dropInvitation();
    this.continueIn({ kind: 'page' });
  }

  /** Goes on with the conversation on another relay, which numbers what is said from the beginning. */
  continueIn(choice: RelayChoice): void {
    const { timeline, log } = this.#bench;
    timeline.value = withoutNumbers(withDoubts(timeline.value));
    log.value = withoutMessages(log.value);
    this.move(choice);
  }

  /** Leaves all places, and takes those of another relay or, where it is the same, takes them anew. */
  move(choice: RelayChoice): void {
    const { chair, network, selected, users } = this.#bench;
    for (const name of PEERS) this.release(name);
    chair.rise();
    chair.forget();
    network.empty();
    selected.value = undefined;
    users.value = [];
    this.unreachable.value = false;
    this.take(choice);
  }

  /** What of the places a tab keeps. */
  keep(): Pick<KeptBench, 'operator' | 'invitation' | 'relay'> {
    const choice = this.relay.value;
    const seat = this.#bench.chair.operator.value?.seat;
    const operator = seat ? { operator: seat } : {};
    if (choice?.kind === 'socket')
      return { ...operator, invitation: { room: choice.room, peer: choice.peer } };
    return this.#pageRelay ? { ...operator, relay: this.#pageRelay.freeze() } : operator;
  }

  /** An invitation has been put into the address of a page that was there already. */
  #follow(invitation: Invitation | undefined): void {
    const choice = this.relay.value ?? { kind: 'page' };
    if (!invitation || this.serverRelay.value === undefined || isSameRoom(invitation, choice)) return;
    this.continueIn({ kind: 'socket', class: this.inClass.value, ...invitation });
  }

  #operate(choice: RelayChoice, seat: OperatorSeat): void {
    const { cable, chair } = this.#bench;
    const connect =
      choice.kind === 'page' && this.#pageRelay
        ? cable.plug(pageLink(this.#pageRelay))
        : this.#connectTo(choice);
    chair.sit(
      { ...seat, pass: passOf(choice) },
      connect,
      choice.kind === 'socket' && choice.peer === 'serveur',
    );
  }

  #connectInPage(kept: KeptBench | undefined): Connect {
    const { time, logs, cable } = this.#bench;
    this.#pageRelay = new Relay({
      random: this.#world.random,
      now: () => time.now(),
      later: (milliseconds, run) => time.later(milliseconds, run),
      logs: () => logs.peek(),
    });
    if (kept?.relay) this.#pageRelay.thaw(kept.relay);
    return cable.plug(pageLink(this.#pageRelay));
  }

  #connectTo({ kind }: RelayChoice): Connect {
    const path = this.serverRelay.value;
    if (kind === 'page' || path === undefined) throw new Error('no relay to connect to');
    return this.#bench.cable.plug(socketLink(this.#world.socketUrl(path)));
  }

  #seat(peer: Peer, seat: Seat, connect: Connect, log: boolean): void {
    const { stage, time, latency, network, chair } = this.#bench;
    peer.presence.value = 'connecting';
    peer.session.value = new Session({
      seat,
      log,
      connect,
      settings: () => ({
        stage: peer.stageOf(stage.value),
        password: peer.password.value,
        now: secondsAt(time.now(), peer.offset.value),
        ttl: peer.ttl.value,
        memory: peer.memory,
        random: peer.draw,
        latency: latency.value,
      }),
      isFrozen: () => this.frozen.value,
      nextSending: () => peer.nextSending(),
      later: network.carry,
      keyring: this.#world.keyring,
      random: this.#world.random,
      events: eventsOf(
        { ...this.#bench, relay: this.relay },
        peer,
        (seq) => chair.originOf(seq),
        () => time.now(),
      ),
    });
  }
}
