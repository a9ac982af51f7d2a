// The bench: two peers, a relay between them, its log, and the stage that protects the messages.
import { effect, type Signal, signal } from '@preact/signals';
import type { StageName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import { Relay } from '#server/relay.ts';
import { eventsOf } from './bench-events.ts';
import type { BenchWorld, Preset } from './bench-world.ts';
import { Cable } from './cable.ts';
import { Chair } from './chair.ts';
import { secondsAt } from './clock.ts';
import { forget, type KeptBench, load, save } from './keep.ts';
import { type Connect, pageLink, socketLink } from './link.ts';
import { Network } from './network.ts';
import type { OperatorSeat } from './operator.ts';
import { Peer } from './peer.ts';
import {
  chooseRelay,
  type Invitation,
  PEERS,
  type PeerName,
  type RelayChoice,
  randomRoom,
} from './relay-choice.ts';
import { type ServerLog, withoutMessages, withStage } from './server-log.ts';
import { type Seat, Session } from './session.ts';
import { BenchTime } from './time.ts';
import { type Message, type Timeline, withDoubts, withoutNumbers } from './timeline.ts';

const PAGE_ROOM = 'page';
const SAVE_AFTER_MS = 250;
const PREPARE_AFTER_MS = 500;
const LOOPBACK = /^(?:localhost|127\..*|\[::1\])$/;

const newSeat = (room: string, user: PeerName): Seat => ({ room, user, since: 0 });

export class Bench {
  readonly stage: Signal<StageName>;
  readonly peers: Readonly<Record<PeerName, Peer>>;
  readonly timeline: Signal<Timeline> = signal([]);
  readonly log: Signal<ServerLog> = signal([]);
  /** the `id` of the message that the reader follows */
  readonly selected: Signal<string | undefined> = signal();
  /** the names present in the room */
  readonly users: Signal<readonly string[]> = signal([]);
  /** undefined until the page knows */
  readonly relay: Signal<RelayChoice | undefined> = signal();
  /** whether a server's relay could carry this conversation */
  readonly serverRelay: Signal<string | undefined> = signal();
  /** false where the tab could not keep the conversation */
  readonly kept: Signal<boolean> = signal(true);
  readonly chair: Chair = new Chair(this);
  readonly time: BenchTime;
  /** seconds that the network takes from the relay to a peer of this page */
  readonly latency: Signal<number> = signal(0);
  readonly network: Network = new Network((milliseconds, run) => this.time.later(milliseconds, run));
  /** whether the relay in this page writes its log, and whether this page reads that of another one */
  readonly logs: Signal<boolean> = signal(true);
  /** what all of this page's lines to the relay go through */
  readonly cable: Cable = new Cable();
  readonly #world: BenchWorld;
  readonly #preset: Preset;
  #pageRelay: Relay | undefined;
  #savePending = false;

  constructor(world: BenchWorld, preset: Preset) {
    this.#world = world;
    this.#preset = preset;
    this.stage = signal(preset.stage);
    this.time = new BenchTime(world);
    this.peers = { gauche: new Peer('gauche', world.random), droite: new Peer('droite', world.random) };
    this.peers[preset.from].draft.value = preset.text;
  }

  /** Restores what the tab has kept, finds the relay, and lets the peers take their places. */
  async start(): Promise<void> {
    const storage = this.#world.storage();
    const kept = storage && load(storage);
    const file = await this.#world.relayFile();
    const invited = this.#world.invitation() ?? kept?.invitation;
    const choice = chooseRelay(file, invited, () => randomRoom(this.#world.random));
    this.serverRelay.value = file?.relay ?? undefined;
    this.#restore(kept, choice);
    this.#takePlaces(choice, kept);
    effect(() => {
      for (const peer of Object.values(this.peers)) this.#prepareKeys(peer.password.value);
    });
    this.#world.onInvitation(() => this.#follow(this.#world.invitation()));
    effect(() => {
      this.#state(); // reads whatever is kept, so that this runs again when any of it changes
      void this.chair.operator.value?.journal.value; // an act changes the relay, which is no signal
      this.#saveSoon();
    });
  }

  setStage(stage: StageName): void {
    this.stage.value = stage;
    this.log.value = withStage(this.log.value, stage);
  }

  /** The message that the reader follows. */
  followed(): Message | undefined {
    return this.timeline.value.find(({ id }) => id === this.selected.value);
  }

  /** The message of this number in the room, or the one that the message of this number was made of. */
  messageAt(seq: number | undefined): Message | undefined {
    if (seq === undefined) return undefined;
    const of = this.chair.originOf(seq);
    return this.timeline.value.find((message) => message.seq === of);
  }

  /** Lets the reader follow a message, by its number in the room. */
  follow(seq: number): void {
    this.chair.recall(seq);
    this.selected.value = this.messageAt(seq)?.id;
  }

  /** Lets this page be a peer that nobody else is. */
  hold(name: PeerName): void {
    const choice = this.relay.value;
    if (choice?.kind !== 'socket' || this.peers[name].session.value) return;
    this.#seat(this.peers[name], newSeat(choice.room, name), this.#connectTo(choice), false);
  }

  /** Gives a peer's place up, for somebody else to take. */
  release(name: PeerName): void {
    const peer = this.peers[name];
    peer.session.value?.leave();
    peer.session.value = undefined;
    peer.presence.value = 'connecting';
  }

  /** The peers of a shared room that this page holds besides its own seat. */
  heldBesides(): readonly PeerName[] {
    const choice = this.relay.value;
    if (choice?.kind !== 'socket') return [];
    return PEERS.filter((name) => name !== choice.peer && this.peers[name].session.value);
  }

  /** Whether a peer of the room is held by another page. */
  isShared(): boolean {
    return (
      this.relay.value?.kind === 'socket' && Object.values(this.peers).some(({ session }) => !session.value)
    );
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

  /** Takes a place back that another page has taken. */
  takeBack(name: PeerName): void {
    const choice = this.relay.value;
    const seat = this.peers[name].session.value?.seat;
    if (choice?.kind !== 'socket' || !seat) return;
    this.#seat(this.peers[name], seat, this.#connectTo(choice), name === choice.peer);
  }

  /** Takes the server's chair: from there the relay can be told to be malicious. */
  operate(): void {
    const choice = this.relay.value;
    if (choice && !this.chair.operator.value) this.#operate(choice, { room: roomOf(choice) });
  }

  /** Takes the server's chair of another room, and no more than that. */
  operateIn(room: string): void {
    const choice = this.relay.value;
    if (choice?.kind === 'socket' && choice.room === room) this.operate();
    if (!choice || this.serverRelay.value === undefined || roomOf(choice) === room) return;
    this.#world.dropInvitation();
    this.timeline.value = [];
    this.log.value = withStage([], this.stage.value);
    const isClass = choice.kind === 'socket' && choice.class;
    this.#move({ kind: 'socket', class: isClass, room, peer: 'serveur' });
  }

  /** Takes the conversation to a new room of the server's relay, where another page can be the other peer. */
  openRoom(): void {
    this.#continueIn({ kind: 'socket', class: false, room: randomRoom(this.#world.random), peer: 'gauche' });
  }

  /** Takes the conversation back into this page, or, in a class, into a room of its own. */
  closeRoom(): void {
    const choice = this.relay.value;
    this.#world.dropInvitation();
    if (choice?.kind === 'socket' && choice.class)
      this.#continueIn({ ...choice, room: randomRoom(this.#world.random), peer: 'gauche' });
    else this.#continueIn({ kind: 'page' });
  }

  /** Starts again from nothing: no messages, no log, the settings of the page. */
  reset(): void {
    const storage = this.#world.storage();
    if (storage) forget(storage);
    for (const peer of Object.values(this.peers)) peer.reset();
    this.stage.value = this.#preset.stage;
    this.peers[this.#preset.from].draft.value = this.#preset.text;
    this.latency.value = 0;
    this.time.catchUp();
    this.logs.value = true;
    this.timeline.value = [];
    this.log.value = withStage([], this.stage.value);
    const held = this.heldBesides();
    this.#move(this.relay.value ?? { kind: 'page' });
    for (const name of held) this.hold(name);
    this.cable.mend();
  }

  /** Writes down now what would be written soon: the page is about to go. */
  saveNow(): void {
    const storage = this.#world.storage();
    if (storage && this.relay.value) this.kept.value = save(storage, this.#state());
  }

  #restore(kept: KeptBench | undefined, choice: RelayChoice): void {
    if (kept) {
      for (const peer of Object.values(this.peers)) peer.restore(kept.peers[peer.name]);
      this.time.ahead.value = kept.ahead;
      this.latency.value = kept.latency;
      // A conversation belongs to its relay: another one starts with an empty page.
      if (sameRoom(kept.invitation, choice)) {
        this.timeline.value = withDoubts(kept.timeline);
        this.log.value = kept.log;
        this.selected.value = kept.selected;
      }
    }
    const { page, stage, from, text } = this.#preset;
    const isNewPage = kept?.page !== page;
    if (isNewPage) {
      this.#withdraw(kept?.proposed);
      this.peers[from].draft.value ||= text;
    }
    this.setStage(kept && !isNewPage ? kept.stage : stage);
  }

  /** Takes away what another page proposed, where the reader has left it as it was. */
  #withdraw(proposed: KeptBench['proposed'] | undefined): void {
    if (!proposed) return;
    const { draft } = this.peers[proposed.from];
    if (draft.value === proposed.text) draft.value = '';
  }

  #takePlaces(choice: RelayChoice, kept?: KeptBench): void {
    this.relay.value = choice;
    const room = roomOf(choice);
    const connect = choice.kind === 'page' ? this.#connectInPage(kept) : this.#connectTo(choice);
    const own = choice.kind === 'page' ? 'gauche' : choice.peer;
    for (const name of PEERS) {
      const seat = kept?.peers[name].seat;
      if (seat?.room === room) this.#seat(this.peers[name], seat, connect, name === own);
      else if (name === own || choice.kind === 'page')
        this.#seat(this.peers[name], newSeat(room, name), connect, name === own);
    }
    if (kept?.operator?.room === room) this.#operate(choice, kept.operator);
    else if (own === 'serveur') this.#operate(choice, { room });
  }

  #operate(choice: RelayChoice, seat: OperatorSeat): void {
    const connect =
      choice.kind === 'page' && this.#pageRelay
        ? this.cable.plug(pageLink(this.#pageRelay))
        : this.#connectTo(choice);
    this.chair.sit(seat, connect, choice.kind === 'socket' && choice.peer === 'serveur');
  }

  #connectInPage(kept: KeptBench | undefined): Connect {
    const { random } = this.#world;
    this.#pageRelay = new Relay({
      random,
      now: () => this.time.now(),
      later: (milliseconds, run) => this.time.later(milliseconds, run),
      logs: () => this.logs.peek(),
    });
    if (kept?.relay) this.#pageRelay.thaw(kept.relay);
    return this.cable.plug(pageLink(this.#pageRelay));
  }

  #connectTo({ kind }: RelayChoice): Connect {
    const path = this.serverRelay.value;
    if (kind === 'page' || path === undefined) throw new Error('no relay to connect to');
    return this.cable.plug(socketLink(this.#world.socketUrl(path)));
  }

  #seat(peer: Peer, seat: Seat, connect: Connect, log: boolean): void {
    peer.presence.value = 'connecting';
    peer.session.value = new Session({
      seat,
      log,
      connect,
      settings: () => ({
        stage: peer.stageOf(this.stage.value),
        password: peer.password.value,
        now: secondsAt(this.time.now(), peer.offset.value),
        ttl: peer.ttl.value,
        memory: peer.memory,
        random: peer.draw,
        latency: this.latency.value,
      }),
      nextSending: () => peer.nextSending(),
      later: this.network.carry,
      keyring: this.#world.keyring,
      random: this.#world.random,
      events: eventsOf(
        this,
        peer,
        (seq) => this.chair.originOf(seq),
        () => this.time.now(),
      ),
    });
  }

  /** An invitation has been put into the address of a page that was there already. */
  #follow(invitation: Invitation | undefined): void {
    const choice = this.relay.value;
    if (
      !invitation ||
      this.serverRelay.value === undefined ||
      sameRoom(invitation, choice ?? { kind: 'page' })
    )
      return;
    const isClass = choice?.kind === 'socket' && choice.class;
    this.#continueIn({ kind: 'socket', class: isClass, ...invitation });
  }

  /** Goes on with the conversation on another relay, which numbers what is said from the beginning. */
  #continueIn(choice: RelayChoice): void {
    this.timeline.value = withoutNumbers(withDoubts(this.timeline.value));
    this.log.value = withoutMessages(this.log.value);
    this.#move(choice);
  }

  #move(choice: RelayChoice): void {
    for (const name of ['gauche', 'droite'] as const) this.release(name);
    this.chair.rise();
    this.chair.forget();
    this.network.empty();
    this.selected.value = undefined;
    this.users.value = [];
    this.#takePlaces(choice);
  }

  /**
   * Derives the keys of the present stage ahead of the first message, for `hazmat` takes its time: but not at each
   * letter of a password that is still being typed.
   */
  #prepareKeys(password: string): void {
    const stage = stages[this.stage.value];
    this.#world.later(PREPARE_AFTER_MS, () => {
      const isStill = Object.values(this.peers).some((peer) => peer.password.value === password);
      if (!isStill || stage.name !== this.stage.value) return;
      const salts =
        stage.derivation.kdf === 'scrypt'
          ? Object.values(this.peers).map((peer) => peer.salt())
          : [undefined];
      for (const salt of salts) void this.#world.keyring.keysFor(stage, password, salt);
    });
  }

  #state(): KeptBench {
    const choice = this.relay.value;
    const state = {
      page: this.#preset.page,
      proposed: { from: this.#preset.from, text: this.#preset.text },
      stage: this.stage.value,
      peers: { gauche: this.peers.gauche.keep(), droite: this.peers.droite.keep() },
      timeline: this.timeline.value,
      log: this.log.value,
      ahead: this.time.ahead.value,
      latency: this.latency.value,
      ...(this.selected.value === undefined ? {} : { selected: this.selected.value }),
      ...(this.chair.operator.value ? { operator: this.chair.operator.value.seat } : {}),
    };
    if (choice?.kind === 'socket') return { ...state, invitation: { room: choice.room, peer: choice.peer } };
    return this.#pageRelay ? { ...state, relay: this.#pageRelay.freeze() } : state;
  }

  #saveSoon(): void {
    if (this.#savePending) return;
    this.#savePending = true;
    this.#world.later(SAVE_AFTER_MS, () => {
      this.#savePending = false;
      this.saveNow();
    });
  }
}

const roomOf = (choice: RelayChoice) => (choice.kind === 'page' ? PAGE_ROOM : choice.room);

function sameRoom(kept: Invitation | undefined, choice: RelayChoice): boolean {
  return choice.kind === 'page' ? kept === undefined : kept?.room === choice.room;
}
