// Question 4: the reader puts locks and keys down along the way, until droite reads and nobody in between does.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { equal, utf8 } from '#lab/bytes.ts';
import { sha256 } from '#lab/primitives/sha256.ts';
import type { Random } from '#lab/stage.ts';
import type { Bench } from '../chat/bench.ts';
import { once } from './experiment.ts';
import { holds } from './eyes.ts';
import {
  EMPTY,
  isAllowed,
  type Place,
  type Placement,
  type Sight,
  sightsOf,
  type Thing,
  withToggled,
} from './placement.ts';
import { say, speakerOf } from './sending.ts';

/** The message that walks. */
export const TEXT = 'on se voit à 14h devant la bibliothèque';

/** Two ideas that seem to be enough. */
export const IDEAS: Readonly<Record<'door' | 'links', Placement>> = {
  door: { ...EMPTY, server: new Set(['door']) },
  links: {
    ...EMPTY,
    gauche: new Set(['seal', 'key']),
    server: new Set(['open', 'seal', 'key']),
    droite: new Set(['open', 'key']),
  },
};

/** What the door of the chat keeps of its password, and whether it lets somebody in. */
const KEPT = sha256(utf8('sésame'));
export const isAdmitted = (password: string) => equal(sha256(utf8(password)), KEPT);

/** Somebody who comes to the chat without having been told anything. */
export interface Stranger {
  readonly admitted: boolean;
  readonly reads: boolean;
  /** what the server hands to whoever is in the chat */
  readonly arrived: Uint8Array;
}

/** Something in hand, and where it was taken from; from the tray where that is undefined. */
interface Picked {
  readonly thing: Thing;
  readonly from: Place | undefined;
}

const fresh: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export class SolutionTrial {
  readonly bench: Bench;
  readonly placement: Signal<Placement> = signal(EMPTY);
  readonly picked: Signal<Picked | undefined> = signal();
  readonly sights: ReadonlySignal<readonly Sight[]> = computed(() =>
    sightsOf(this.placement.value, TEXT, fresh),
  );
  readonly goals: ReadonlySignal<readonly { name: 'door' | 'links' | 'ends'; done: boolean }[]>;

  constructor(bench: Bench) {
    this.bench = bench;
    const door = once(computed(() => this.isDoorAlone()));
    const links = once(computed(() => this.isShown() && !this.isReadOnLinks() && this.at('server').reads));
    const ends = once(computed(() => this.isShown() && !this.isReadOnLinks() && !this.at('server').reads));
    this.goals = computed(() => [
      { name: 'door', done: door() },
      { name: 'links', done: links() },
      { name: 'ends', done: ends() },
    ]);
  }

  at(place: Place): Sight {
    const sight = this.sights.value.find((one) => one.place === place);
    if (!sight) throw new Error(`no such place: ${place}`);
    return sight;
  }

  /** Whether droite's window shows the words: its program opens what it was told to open, and no more. */
  isShown(): boolean {
    return holds(this.at('droite').opened, TEXT);
  }

  isReadOnLinks(): boolean {
    return this.at('link1').reads || this.at('link2').reads;
  }

  stranger(): Stranger {
    const { left } = this.at('server');
    const admitted = !this.placement.value.server.has('door') || isAdmitted('azerty');
    return { admitted, reads: admitted && holds(left, TEXT), arrived: left };
  }

  /** Takes a thing in hand, or lays it back. */
  pick(thing: Thing, from?: Place): void {
    const held = this.picked.value;
    this.picked.value = held?.thing === thing && held.from === from ? undefined : { thing, from };
  }

  drop(): void {
    this.picked.value = undefined;
  }

  /** Whether what is in hand can be put down here. */
  fits(place: Place): boolean {
    const held = this.picked.value;
    return held !== undefined && isAllowed(held.thing, place) && !this.placement.value[place].has(held.thing);
  }

  /** Puts down what is in hand, and the hand is empty: a second copy is taken like the first. */
  put(place: Place): void {
    const held = this.picked.value;
    if (!held || !this.fits(place)) return;
    const placed = withToggled(this.placement.value, held.thing, place);
    this.placement.value = held.from ? withToggled(placed, held.thing, held.from) : placed;
    this.drop();
  }

  remove(thing: Thing, place: Place): void {
    if (this.placement.value[place].has(thing))
      this.placement.value = withToggled(this.placement.value, thing, place);
    this.drop();
  }

  lay(placement: Placement): void {
    this.placement.value = placement;
    this.drop();
  }

  /** The same on the bench: sealed in one window, opened in the other. */
  async sendOnBench(): Promise<void> {
    this.bench.setStage('hazmat');
    await say(this.bench, speakerOf(this.bench), TEXT);
  }

  #isSealedAnywhere(): boolean {
    return Object.values(this.placement.value).some((things) => things.has('seal'));
  }

  /** A password at the door and no lock: strangers stay out, and the server reads. */
  isDoorAlone(): boolean {
    return !this.stranger().admitted && !this.#isSealedAnywhere() && this.at('server').reads;
  }
}
