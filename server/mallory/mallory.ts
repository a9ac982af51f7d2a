// The malicious relay of one room: it holds, drops, delays, alters, repeats and invents, and keeps a journal of it.
import { fromHex } from '#lab/bytes.ts';
import type { Budget } from '../budget.ts';
import type { Payload } from '../payload.ts';
import { RelayError } from '../refusal.ts';
import type { Act, Deliver, Handout } from './act.ts';
import { changesOf, type Deed, deedsOf, type JournalEntry, type Seen } from './journal.ts';
import { Memory } from './memory.ts';
import { type Delayed, Pending } from './pending.ts';
import type { Rule } from './rule.ts';
import { type FrozenRule, StandingRule } from './standing-rule.ts';
import { tamper } from './tamper.ts';

/** What a malicious relay needs of the room that it sits in. */
export interface Hands {
  now(): number;
  /** runs something once, after so many milliseconds */
  later(milliseconds: number, run: () => void): void;
  /** runs something at once, or as soon as a room that stands still moves on */
  whenMoving(run: () => void): void;
  /** Delivers to those that are present, of the named peers or of all but one. @returns its number, and who got it */
  handOut(what: Handout, but: string): { seq: number; to: readonly string[] };
  /** Tells the operator, if there is one. */
  tell(news: { seen: readonly Seen[] } | { journal: readonly JournalEntry[] }): void;
}

/** A malicious relay at rest, as JSON may keep it. */
export interface FrozenMallory {
  readonly seen: readonly Seen[];
  readonly journal: readonly JournalEntry[];
  readonly entries: number;
  readonly rule: FrozenRule;
  readonly swapping: number | undefined;
  readonly delayed: readonly Delayed[];
}

const MOST_ENTRIES = 256;

const asItCame = ({ seq, user, message }: Seen): Handout => ({ user, message, to: undefined, of: seq });

export class Mallory {
  readonly #hands: Hands;
  readonly #memory: Memory;
  readonly #pending: Pending;
  readonly #standing = new StandingRule();
  #journal: JournalEntry[] = [];
  #entries = 0;
  /** the number of the message that waits for the next one, to change places with it */
  #swapping: number | undefined;

  constructor(hands: Hands, budget: Budget) {
    this.#hands = hands;
    this.#memory = new Memory(budget, (held) => this.#handOut(asItCame(held), ['forward']));
    const clock = {
      now: () => hands.now(),
      later: (milliseconds: number, run: () => void) =>
        hands.later(milliseconds, () => hands.whenMoving(run)),
    };
    this.#pending = new Pending(clock, budget, ({ what, deeds, entry }) => this.#handOut(what, deeds, entry));
  }

  /** Looks at a message that has come. @returns whether the room leaves it to the malicious relay */
  take(seq: number, user: string, message: Payload): boolean {
    this.#endWhereOver(); // a timer may be late
    const rule = this.#standing.takes(user);
    const held = rule?.act === 'hold' || rule?.act === 'swap';
    const seen = { seq, user, message, held };
    if (!this.#memory.keep(seen) && held) return false; // it must go its way, since nothing could bring it back
    this.#hands.tell({ seen: [seen] });
    if (rule) this.#apply(rule, seen);
    this.#endWhereOver();
    return rule !== undefined;
  }

  /**
   * @throws RelayError `NOT_HELD` for what does not wait (any more), `NOT_SEEN` for what nobody remembers, `TOO_FAST`
   * where too much waits already; then nothing of the order was done
   */
  act(act: Act): void {
    switch (act.do) {
      case 'deliver':
        this.#deliver(act);
        break;
      case 'forward':
        this.#forward(act.seqs);
        break;
      case 'drop':
        if (!this.#release(act.seq)) throw new RelayError('NOT_HELD');
        this.#write({ deeds: ['drop'], of: act.seq });
        break;
      case 'cancel':
        this.#cancel(act.entry);
        break;
      case 'rule':
        this.#endSwap();
        this.#setRule(act.rule);
    }
  }

  /** All that an operator who comes must know. */
  brief(): void {
    this.#hands.tell({ seen: this.#memory.all });
    this.#hands.tell({ journal: this.#journal });
  }

  /** The operator has gone: the rule ends, copies are forgotten, and what was held or delayed goes its way. */
  release(): void {
    const delayed = this.#pending.take();
    const waits = delayed.length + this.#memory.held().length;
    if (!this.#standing.rule && waits === 0) return;
    this.#standing.set(undefined, this.#hands.now());
    this.#swapping = undefined;
    this.#write({ deeds: ['release'] });
    const originals = delayed.filter(({ deeds }) => deeds.includes('forward'));
    const times = delayed.length - originals.length;
    if (times > 0) this.#write({ deeds: ['forget'], times });
    this.#hands.whenMoving(() => {
      for (const { what } of originals) {
        const original = this.#memory.find(what.of);
        this.#handOut(original ? asItCame(original) : what, ['forward']);
      }
      for (const seen of this.#memory.held()) this.#handOut(asItCame(seen), ['forward']);
    });
  }

  /** Gives back what it took to remember: the room is over. */
  close(): void {
    this.#pending.take();
    this.#memory.close();
  }

  freeze(): FrozenMallory {
    return {
      seen: this.#memory.all,
      journal: this.#journal,
      entries: this.#entries,
      rule: this.#standing.freeze(),
      swapping: this.#swapping,
      delayed: this.#pending.all,
    };
  }

  thaw(frozen: FrozenMallory): void {
    for (const seen of frozen.seen) this.#memory.keep(seen);
    this.#journal = [...frozen.journal];
    this.#entries = frozen.entries;
    this.#standing.thaw(frozen.rule);
    this.#swapping = frozen.swapping;
    for (const delayed of frozen.delayed) this.#pending.add(delayed);
    this.#endInTime();
  }

  #apply(rule: Rule, seen: Seen): void {
    const what = asItCame(seen);
    switch (rule.act) {
      case 'hold':
      case 'drop':
        this.#write({ deeds: [rule.act], of: seen.seq });
        break;
      case 'delay':
        this.#repeat(what, [['forward']], rule.seconds);
        break;
      case 'replay':
        this.#handOut(what, ['forward']);
        this.#repeat(what, Array(rule.times).fill(['replay']), rule.seconds);
        break;
      case 'relabel':
        this.#handOutChanged(seen, { ...what, user: rule.as ?? seen.user });
        break;
      case 'reflect':
        this.#handOut(what, ['forward']);
        this.#handOut({ ...what, to: [seen.user] }, ['reflect']);
        break;
      case 'tamper': {
        const mask = fromHex(rule.mask ?? '') ?? new Uint8Array(0);
        this.#handOutChanged(seen, { ...what, message: tamper(seen.message, rule.offset, mask) });
        break;
      }
      case 'swap':
        this.#swap(seen);
    }
  }

  /** What a rule has not changed after all, the journal does not call changed. */
  #handOutChanged(seen: Seen, what: Handout): void {
    const changes = changesOf(what, seen);
    this.#handOut(what, changes.length > 0 ? changes : ['forward']);
  }

  /** Holds one of two messages back, and hands it out behind the other. */
  #swap(seen: Seen): void {
    const first = this.#memory.find(this.#swapping);
    this.#swapping = first ? undefined : seen.seq;
    if (!first) {
      this.#write({ deeds: ['hold'], of: seen.seq });
      return;
    }
    this.#handOut(asItCame(seen), ['swap']);
    this.#handOut(asItCame(first), ['swap']);
  }

  /** Nobody will change places with the message that waits for it. */
  #endSwap(): void {
    const waiting = this.#memory.find(this.#swapping);
    this.#swapping = undefined;
    if (waiting) this.#hands.whenMoving(() => this.#handOut(asItCame(waiting), ['forward']));
  }

  #setRule(rule: Rule | undefined): void {
    this.#standing.set(rule, this.#hands.now());
    this.#write({ deeds: ['rule'], rule: rule ?? null });
    this.#endInTime();
  }

  /** Sees to it that a rule with a last second ends there, though no message may come. */
  #endInTime(): void {
    const { endsAt } = this.#standing;
    if (endsAt === undefined) return;
    this.#hands.later(Math.max(0, endsAt - this.#hands.now()), () => this.#endWhereOver());
  }

  #endWhereOver(): void {
    if (!this.#standing.isOver(this.#hands.now())) return;
    this.#standing.set(undefined, this.#hands.now());
    this.#endSwap();
    this.#write({ deeds: ['end'] });
  }

  #forward(seqs: readonly number[]): void {
    const held = seqs.map((seq) => this.#memory.find(seq)).filter((seen) => seen?.held);
    if (held.length < seqs.length) throw new RelayError('NOT_HELD');
    const inOrder = seqs.every((seq, i) => i === 0 || seq > (seqs[i - 1] ?? 0));
    for (const seen of held) if (seen) this.#handOut(asItCame(seen), [inOrder ? 'forward' : 'swap']);
  }

  #cancel(entry: number): void {
    const [first] = this.#pending.take(entry);
    if (!first) throw new RelayError('NOT_HELD');
    this.#write({ deeds: ['cancel'], of: first.what.of, after: entry });
  }

  #deliver({ of, user, message, to, seconds, times }: Deliver): void {
    const original = this.#memory.find(of);
    const name = user ?? original?.user;
    const content = message ?? original?.message;
    if (name === undefined || content === undefined) throw new RelayError('NOT_SEEN');
    const what = { user: name, message: content, to, of };
    if (seconds > 0 && !this.#pending.hasRoomFor(times, what)) throw new RelayError('TOO_FAST');
    const copies = Array(times - 1).fill(['replay', ...changesOf(what, original)]);
    const deeds = [deedsOf(what, original), ...copies];
    if (original?.held) this.#release(original.seq);
    this.#repeat(what, deeds, seconds);
  }

  /** Hands something out every so many seconds, once for each of the deeds that this is. */
  #repeat(what: Handout, deeds: readonly (readonly Deed[])[], seconds: number): void {
    const entry = this.#entries + 1; // the one that is written below, if anything waits
    const start = this.#hands.now();
    const waits = deeds.map(
      (of, i) =>
        seconds > 0 && this.#pending.add({ dueAt: start + 1000 * seconds * (i + 1), what, deeds: of, entry }),
    );
    const times = waits.filter((waiting) => waiting).length;
    if (times > 0) {
      const changes = changesOf(what, this.#memory.find(what.of));
      const user = changes.includes('relabel') ? what.user : undefined;
      this.#write({ deeds: ['delay', ...changes], of: what.of, seconds, times, user });
    }
    deeds.forEach((of, i) => {
      if (!waits[i]) this.#handOut(what, of);
    });
  }

  /** @param after - the entry that announced it */
  #handOut(what: Handout, deeds: readonly Deed[], after?: number): void {
    const author = this.#memory.find(what.of)?.user ?? what.user;
    const { seq, to } = this.#hands.handOut(what, author);
    if (what.of !== undefined) this.#release(what.of);
    const isNamed = deeds.includes('relabel') || deeds.includes('inject');
    this.#write({ deeds, of: what.of, as: seq, to, after, user: isNamed ? what.user : undefined });
  }

  /** A message is held no longer. @returns whether it was */
  #release(seq: number): boolean {
    if (this.#swapping === seq) this.#swapping = undefined;
    return this.#memory.release(seq);
  }

  #write(entry: Omit<JournalEntry, 'seq' | 'at'>): void {
    this.#entries += 1;
    const whole = { seq: this.#entries, at: this.#hands.now(), ...entry };
    this.#journal = [...this.#journal, whole].slice(-MOST_ENTRIES);
    this.#hands.tell({ journal: [whole] });
  }
}
