// The bench: two peers, a relay between them, its log, and the stage that protects the messages.
import { computed, effect, type Signal, signal } from '@preact/signals';
import type { StageName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { BenchWorld, Preset } from './bench-world.ts';
import { Cable } from './cable.ts';
import { Chair } from './chair.ts';
import { forget, type KeptBench, load, save } from './keep.ts';
import { Network } from './network.ts';
import { Peer } from './peer.ts';
import { Places } from './places.ts';
import { isSameRoom, type PeerName, type RelayChoice } from './relay-choice.ts';
import { type ServerLog, withStage } from './server-log.ts';
import { BenchTime } from './time.ts';
import { type Exhibit, type Message, type Timeline, withDoubts } from './timeline.ts';
import { Veil } from './veil.ts';

const SAVE_AFTER_MS = 250;
const PREPARE_AFTER_MS = 500;
export class Bench {
  readonly stage: Signal<StageName>;
  readonly peers: Readonly<Record<PeerName, Peer>>;
  readonly timeline: Signal<Timeline> = signal([]);
  readonly log: Signal<ServerLog> = signal([]);
  /** the `id` of the message that the reader follows */
  readonly selected: Signal<string | undefined> = signal();
  /** a message of the notebook that the reader looks at instead */
  readonly exhibit: Signal<Exhibit | undefined> = signal();
  /** the names present in the room */
  readonly users: Signal<readonly string[]> = signal([]);
  /** false where the tab could not keep the conversation */
  readonly kept: Signal<boolean> = signal(true);
  readonly chair: Chair = new Chair(this);
  readonly places: Places;
  readonly time: BenchTime;
  /** seconds that the network takes from the relay to a peer of this page */
  readonly latency: Signal<number> = signal(0);
  readonly network: Network = new Network((milliseconds, run) => this.time.later(milliseconds, run));
  /** whether the relay in this page writes its log, and whether this page reads that of another one */
  readonly logs: Signal<boolean> = signal(true);
  /** what all of this page's lines to the relay go through */
  readonly cable: Cable = new Cable();
  /** what the reader is not to see yet */
  readonly veil: Veil = new Veil();
  readonly #bySeq = computed(() => new Map(this.timeline.value.map((message) => [message.seq, message])));
  readonly #world: BenchWorld;
  readonly #preset: Preset;

  constructor(world: BenchWorld, preset: Preset) {
    this.#world = world;
    this.#preset = preset;
    this.stage = signal(preset.stage);
    this.time = new BenchTime(world);
    this.peers = { gauche: new Peer('gauche', world.random), droite: new Peer('droite', world.random) };
    this.places = new Places(this, world);
    this.peers[preset.from].draft.value = preset.text;
  }

  /** Restores what the tab has kept, finds the relay, and lets the peers take their places. */
  async start(): Promise<void> {
    const storage = this.#world.storage();
    const kept = storage && load(storage);
    const choice = await this.places.choose(kept);
    this.#restore(kept, choice);
    this.places.take(choice, kept);
    effect(() => {
      for (const peer of Object.values(this.peers)) this.#prepareKeys(peer.password.value);
    });
    this.places.followAddress();
    this.#world.later(SAVE_AFTER_MS, () => this.#keepSaving());
  }

  setStage(stage: StageName): void {
    this.stage.value = stage;
    this.log.value = withStage(this.log.value, stage);
  }

  /** The message that the reader follows. */
  followed(): Message | undefined {
    if (this.exhibit.value) return this.exhibit.value.message;
    return this.timeline.value.find(({ id }) => id === this.selected.value);
  }

  /** The message of this number in the room, or the one that the message of this number was made of. */
  messageAt(seq: number | undefined): Message | undefined {
    if (seq === undefined) return undefined;
    return this.#bySeq.value.get(this.chair.originOf(seq));
  }

  /** Lets the reader follow a message, by its number in the room. */
  follow(seq: number): void {
    this.chair.recall(seq);
    this.exhibit.value = undefined;
    this.selected.value = this.messageAt(seq)?.id;
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
    this.veil.lift();
    this.exhibit.value = undefined;
    this.timeline.value = [];
    this.log.value = withStage([], this.stage.value);
    const held = this.places.heldBesides();
    this.places.move(this.places.relay.value ?? { kind: 'page' });
    for (const name of held) this.places.hold(name);
    this.cable.mend();
  }

  /** Writes down now what would be written soon: the page is about to go. */
  saveNow(): void {
    const storage = this.#world.storage();
    const { relay, unreachable } = this.places;
    if (storage && relay.value && !unreachable.value) this.kept.value = save(storage, this.#state());
  }

  #restore(kept: KeptBench | undefined, choice: RelayChoice): void {
    if (kept) {
      for (const peer of Object.values(this.peers)) peer.restore(kept.peers[peer.name]);
      this.time.ahead.value = kept.ahead;
      this.latency.value = kept.latency;
      // A conversation belongs to its relay: another one starts with an empty page.
      if (isSameRoom(kept.invitation, choice)) {
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

  /**
   * Derives the keys of the present stage ahead of the first message, for `hazmat` takes its time: but not at each
   * letter of a password that is still being typed.
   */
  #prepareKeys(password: string): void {
    const stage = stages[this.stage.value];
    this.#world.later(PREPARE_AFTER_MS, () => {
      const isStill = Object.values(this.peers).some((peer) => peer.password.value === password);
      if (!isStill || stage.name !== this.stage.value || stage.derivation.kdf !== 'pbkdf2') return;
      void this.#world.keyring.keysFor(stage, password);
    });
  }

  #state(): KeptBench {
    return {
      page: this.#preset.page,
      proposed: { from: this.#preset.from, text: this.#preset.text },
      stage: this.stage.value,
      peers: { gauche: this.peers.gauche.keep(), droite: this.peers.droite.keep() },
      timeline: this.timeline.value,
      log: this.log.value,
      ahead: this.time.ahead.value,
      latency: this.latency.value,
      ...(this.selected.value === undefined ? {} : { selected: this.selected.value }),
      ...this.places.keep(),
    };
  }

  /** Saves, and once more a while after anything of it has changed: what changes is not gone through until then. */
  #keepSaving(): void {
    let isSaved = false;
    effect(() => {
      if (isSaved) {
        this.#world.later(SAVE_AFTER_MS, () => this.#keepSaving());
        return; // it has read nothing, and runs no more
      }
      isSaved = true;
      this.saveNow(); // reads whatever is kept
      void this.chair.operator.value?.journal.value; // an act changes the relay, which is no signal
    });
  }
}
