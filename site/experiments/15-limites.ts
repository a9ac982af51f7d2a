// Question 15: two clocks, a network and two times to live, the map of what they let pass, and its proof on the bench.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { acceptedSpan, type Span } from '#lab/attacks/clock-skew.ts';
import type { Bench } from '../chat/bench.ts';
import type { PeerName } from '../chat/relay-choice.ts';
import { type Annal, Annals } from './annals.ts';
import { beHonest, takeChair } from './chair.ts';
import { Errands } from './errands.ts';
import { once } from './experiment.ts';
import { arrivals, levelOut, send } from './post.ts';
import { MAX_ELAPSED_SECONDS, MAX_SKEW_SECONDS, SkewMap } from './skew-map.ts';
import { type Zone, zoneAt } from './zones.ts';

/** A message of droite is to stay replayable for longer than this, in seconds. */
export const LONG_SECONDS = 60;

/** A place on the map. */
export interface Place {
  /** seconds by which the sender's clock is ahead of the receiver's */
  readonly skew: number;
  /** seconds since the sending */
  readonly elapsed: number;
}

/** What becomes of a message: at its arrival, and between which seconds after its sending a copy passes. */
export interface Outlook {
  readonly onArrival: Zone;
  readonly span: Span | undefined;
}

export const other = (peer: PeerName): PeerName => (peer === 'gauche' ? 'droite' : 'gauche');

const isHonestRefusal = ({ message, verdict, isCopy }: Annal) =>
  message.from === 'gauche' && !isCopy && verdict === 'age';

const isLateCopy = ({ message, to, verdict, isCopy, elapsed }: Annal) =>
  message.from === 'droite' && to === 'gauche' && isCopy && verdict === 'accepted' && elapsed > LONG_SECONDS;

export class LimitsTrial {
  readonly bench: Bench;
  readonly errands: Errands;
  readonly map = new SkewMap();
  /** who sends, on the map and below it */
  readonly sender: Signal<PeerName> = signal('gauche');
  readonly pointer: Signal<Place> = signal({ skew: 0, elapsed: 0 });
  /** seconds from a message's sending to the arrival of its copy */
  readonly replayAfter: Signal<number> = signal(10);
  readonly annals: Annals;
  /** what becomes of each sender's messages as the bench is set now */
  readonly outlooks: Readonly<Record<PeerName, ReadonlySignal<Outlook>>>;
  readonly goals: ReadonlySignal<readonly { name: 'refused' | 'replayed' | 'same'; done: boolean }[]>;
  readonly #stop: () => void;

  constructor(bench: Bench) {
    this.bench = bench;
    this.errands = new Errands(bench.time);
    this.annals = new Annals(bench);
    this.outlooks = { gauche: this.#outlook('gauche'), droite: this.#outlook('droite') };
    const settingsOf = (is: (annal: Annal) => boolean) =>
      new Set(this.annals.entries.value.filter(is).map(({ setting }) => setting));
    const refused = once(computed(() => settingsOf(isHonestRefusal).size > 0));
    const replayed = once(computed(() => settingsOf(isLateCopy).size > 0));
    const same = once(
      computed(() => {
        const replaying = settingsOf(isLateCopy);
        return [...settingsOf(isHonestRefusal)].some(
          (setting) => setting !== undefined && replaying.has(setting),
        );
      }),
    );
    this.goals = computed(() => [
      { name: 'refused', done: refused() },
      { name: 'replayed', done: replayed() },
      { name: 'same', done: same() },
    ]);
    this.#stop = effect(() => this.map.draw(this.ttl(this.sender.value)));
  }

  /** Seconds by which a sender's clock is ahead of its receiver's. */
  skew(sender: PeerName): number {
    const { peers } = this.bench;
    return peers[sender].offset.value - peers[other(sender)].offset.value;
  }

  /** The TTL that a sender's messages meet: the receiver's. */
  ttl(sender: PeerName): number {
    return this.bench.peers[other(sender)].ttl.value;
  }

  /** What the map says where the pointer stands. */
  pointed(): Zone {
    const { skew, elapsed } = this.pointer.value;
    const { value: columns } = this.map.columns;
    const span = columns.has(skew) ? columns.get(skew) : acceptedSpan(skew, this.ttl(this.sender.value));
    return zoneAt(span, elapsed, this.bench.latency.value);
  }

  /** Moves the pointer, as far as the map goes. */
  point({ skew, elapsed }: Place): void {
    this.pointer.value = {
      skew: Math.min(MAX_SKEW_SECONDS, Math.max(-MAX_SKEW_SECONDS, Math.round(skew))),
      elapsed: Math.min(MAX_ELAPSED_SECONDS, Math.max(0, Math.round(elapsed))),
    };
  }

  /** Puts clocks, network and times to live back to where they were. */
  level(): void {
    levelOut(this.bench);
  }

  /** Has the chosen sender write, and lets the network have its time. */
  write(text: string): Promise<void> {
    return this.errands.run(async (end) => {
      await beHonest(this.bench, end);
      this.bench.setStage('fernet-ttl');
      const message = await send(this.bench, this.sender.value, text);
      await arrivals(this.bench, message, 1, end);
    });
  }

  /** The last message of the chosen sender that can be repeated. */
  repeatable() {
    return this.bench.timeline.value.findLast(
      ({ id, from, seq }) =>
        from === this.sender.value && seq !== undefined && this.annals.sentAt(id) !== undefined,
    );
  }

  /** Has a copy of it arrive so many seconds after its sending, or at once where that is past. */
  replay(): Promise<void> {
    return this.errands.run(async (end) => {
      const { bench } = this;
      const message = this.repeatable();
      const sentAt = message && this.annals.sentAt(message.id);
      if (message?.seq === undefined || sentAt === undefined) return;
      const chair = await takeChair(bench, end);
      const { from, payload, seq, receipts } = message;
      const due = sentAt + 1000 * (this.replayAfter.value - bench.latency.value);
      bench.time.advance(Math.max(0, due - bench.time.now()));
      chair.handOut({ user: from, message: payload, of: seq, to: [other(this.sender.value)] });
      await arrivals(bench, message, receipts.length + 1, end);
    });
  }

  end(): void {
    this.#stop();
    this.map.end();
    this.annals.end();
    this.errands.end();
  }

  #outlook(sender: PeerName): ReadonlySignal<Outlook> {
    return computed(() => {
      const span = acceptedSpan(this.skew(sender), this.ttl(sender));
      const latency = this.bench.latency.value;
      return { onArrival: zoneAt(span, latency, latency), span };
    });
  }
}
