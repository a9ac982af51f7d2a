// The malicious relay of one room: it holds, drops, delays, alters, repeats and invents, and keeps a journal of it.
import type { Budget } from '../budget.ts';
import type { Payload } from '../payload.ts';
import { RelayError } from '../refusal.ts';
import type { Act, Handout, Rule } from './act.ts';
import { changesOf, type Deed, deedsOf, type JournalEntry, type Seen } from './journal.ts';

/** What a malicious relay needs of the room that it sits in. */
export interface Hands {
  now(): number;
  /** runs something once, after so many milliseconds */
  later(milliseconds: number, run: () => void): void;
  /** Delivers to those that are present, of the named peers or of all but one. @returns its number, and who got it */
  handOut(what: Handout, but: string): { seq: number; to: readonly string[] };
  /** Tells the operator, if there is one. */
  tell(news: { seen: readonly Seen[] } | { journal: readonly JournalEntry[] }): void;
}

interface Delayed {
  readonly dueAt: number;
  readonly what: Handout;
  readonly deeds: readonly Deed[];
}

/** A malicious relay at rest, as JSON may keep it. */
export interface FrozenMallory {
  readonly seen: readonly Seen[];
  readonly journal: readonly JournalEntry[];
  readonly entries: number;
  readonly rule: Rule | undefined;
  readonly matched: number;
  readonly swapping: number | undefined;
  readonly delayed: readonly Delayed[];
}

// What is kept, for repeats: so many messages, so many characters of them, so many entries; and what may wait at once.
const MOST_SEEN = 256;
const MOST_CHARACTERS = 512 * 1024;
const MOST_ENTRIES = 256;
const MOST_DELAYED = 200;

const weight = ({ message }: { readonly message: Payload }) => JSON.stringify(message).length;

export class Mallory {
  readonly #hands: Hands;
  readonly #budget: Budget;
  #seen: Seen[] = [];
  #characters = 0;
  #journal: JournalEntry[] = [];
  #entries = 0;
  #rule: Rule | undefined;
  /** how many messages the rule has been for */
  #matched = 0;
  /** the number of the message that waits for the next one, to change places with it */
  #swapping: number | undefined;
  readonly #delayed = new Set<Delayed>();

  constructor(hands: Hands, budget: Budget) {
    this.#hands = hands;
    this.#budget = budget;
  }

  /** Looks at a message that has come. @returns whether the room leaves it to the malicious relay */
  take(seq: number, user: string, message: Payload): boolean {
    const rule = this.#ruleFor(user);
    const held = rule?.act === 'hold' || rule?.act === 'swap';
    const seen = { seq, user, message, held };
    if (!this.#remember(seen) && held) return false; // it must go its way, since nothing could bring it back
    this.#hands.tell({ seen: [seen] });
    if (rule) this.#apply(rule, seen);
    return rule !== undefined;
  }

  /** @throws RelayError `NOT_HELD` for a drop of what is not held, `TOO_FAST` where too much waits already */
  act(act: Act): void {
    if (act.do === 'rule') this.#setRule(act.rule);
    else if (act.do === 'drop') this.#drop(act.seq);
    else this.#deliver(act);
  }

  /** All that an operator who comes must know. */
  brief(): void {
    this.#hands.tell({ seen: this.#seen });
    this.#hands.tell({ journal: this.#journal });
  }

  /** The operator has gone: the rule ends, and what was held goes its way. */
  release(): void {
    const held = this.#seen.filter((seen) => seen.held);
    if (!this.#rule && held.length === 0) return;
    this.#rule = undefined;
    this.#swapping = undefined;
    this.#write({ deeds: ['release'] });
    for (const seen of held) this.#handOut(asItCame(seen), ['forward']);
  }

  /** Gives back what it took to remember: the room is over. */
  close(): void {
    for (const { what } of this.#delayed) this.#budget.give(weight(what));
    this.#delayed.clear();
    this.#budget.give(this.#characters);
    this.#seen = [];
    this.#characters = 0;
  }

  freeze(): FrozenMallory {
    return {
      seen: this.#seen,
      journal: this.#journal,
      entries: this.#entries,
      rule: this.#rule,
      matched: this.#matched,
      swapping: this.#swapping,
      delayed: [...this.#delayed],
    };
  }

  thaw(frozen: FrozenMallory): void {
    for (const seen of frozen.seen) this.#remember(seen);
    this.#journal = [...frozen.journal];
    this.#entries = frozen.entries;
    this.#rule = frozen.rule;
    this.#matched = frozen.matched;
    this.#swapping = frozen.swapping;
    for (const delayed of frozen.delayed) this.#wait(delayed);
  }

  #ruleFor(user: string): Rule | undefined {
    const rule = this.#rule;
    if (!rule || (rule.from !== undefined && rule.from !== user)) return undefined;
    this.#matched += 1;
    return this.#matched % rule.every === 0 ? rule : undefined;
  }

  #apply(rule: Rule, seen: Seen): void {
    const what = asItCame(seen);
    switch (rule.act) {
      case 'hold':
        this.#write({ deeds: ['hold'], of: seen.seq });
        break;
      case 'drop':
        this.#write({ deeds: ['drop'], of: seen.seq });
        break;
      case 'delay':
        this.#handOutLater(what, ['forward'], rule.seconds);
        break;
      case 'replay':
        this.#handOut(what, ['forward']);
        this.#repeat(what, ['replay'], rule.seconds, rule.times);
        break;
      case 'relabel':
        this.#handOut({ ...what, user: rule.as ?? seen.user }, ['relabel']);
        break;
      case 'reflect':
        this.#handOut(what, ['forward']);
        this.#handOut({ ...what, to: [seen.user] }, ['reflect']);
        break;
      case 'swap':
        this.#swap(seen);
    }
  }

  /** Holds one of two messages back, and hands it out behind the other. */
  #swap(seen: Seen): void {
    const first = this.#seen.find(({ seq }) => seq === this.#swapping);
    this.#swapping = first ? undefined : seen.seq;
    if (!first) {
      this.#write({ deeds: ['hold'], of: seen.seq });
      return;
    }
    this.#handOut(asItCame(seen), ['swap']);
    this.#handOut(asItCame(first), ['swap']);
  }

  #setRule(rule: Rule | undefined): void {
    this.#rule = rule;
    this.#matched = 0;
    this.#write({ deeds: ['rule'], rule: rule ?? null });
  }

  #drop(seq: number): void {
    if (!this.#letGo(seq)) throw new RelayError('NOT_HELD');
    this.#write({ deeds: ['drop'], of: seq });
  }

  #deliver({ what, seconds, times }: Extract<Act, { do: 'deliver' }>): void {
    const original = this.#seen.find(({ seq }) => seq === what.of);
    const deeds = deedsOf(what, original);
    if (this.#delayed.size + times > MOST_DELAYED) throw new RelayError('TOO_FAST');
    if (seconds > 0) this.#repeat(what, deeds, seconds, times);
    else {
      this.#handOut(what, deeds);
      for (let copy = 1; copy < times; copy++) this.#handOut(what, ['replay', ...changesOf(what, original)]);
    }
    if (original?.held) this.#letGo(original.seq);
  }

  /** Hands something out every so many seconds, so many times. */
  #repeat(what: Handout, deeds: readonly Deed[], seconds: number, times: number): void {
    for (let copy = 1; copy <= times; copy++) this.#handOutLater(what, deeds, seconds * copy);
  }

  #handOutLater(what: Handout, deeds: readonly Deed[], seconds: number): void {
    const delayed = { dueAt: this.#hands.now() + 1000 * seconds, what, deeds };
    if (this.#wait(delayed)) this.#write({ deeds: ['delay'], of: what.of, seconds });
    else this.#handOut(what, deeds);
  }

  /** @returns whether there is place for something more to wait */
  #wait(delayed: Delayed): boolean {
    const { what, deeds, dueAt } = delayed;
    if (this.#delayed.size >= MOST_DELAYED || !this.#budget.take(weight(what))) return false;
    this.#delayed.add(delayed);
    this.#hands.later(Math.max(0, dueAt - this.#hands.now()), () => {
      if (!this.#delayed.delete(delayed)) return;
      this.#budget.give(weight(what));
      this.#handOut(what, deeds);
    });
    return true;
  }

  #handOut(what: Handout, deeds: readonly Deed[]): void {
    const author = this.#seen.find(({ seq }) => seq === what.of)?.user ?? what.user;
    const { seq, to } = this.#hands.handOut(what, author);
    if (what.of !== undefined) this.#letGo(what.of);
    this.#write({ deeds, of: what.of, as: seq, to });
  }

  /** A message is held no longer. @returns whether it was */
  #letGo(seq: number): boolean {
    const at = this.#seen.findIndex((seen) => seen.seq === seq && seen.held);
    const seen = this.#seen[at];
    if (!seen) return false;
    this.#seen[at] = { ...seen, held: false };
    if (this.#swapping === seq) this.#swapping = undefined;
    return true;
  }

  /** Keeps a message, as far as there is place for it. @returns whether there is */
  #remember(seen: Seen): boolean {
    const characters = weight(seen);
    while (
      this.#seen.length >= MOST_SEEN ||
      (this.#seen.length > 0 && this.#characters + characters > MOST_CHARACTERS)
    )
      this.#forgetOldest();
    while (!this.#budget.take(characters)) {
      if (this.#seen.length === 0) return false;
      this.#forgetOldest();
    }
    this.#seen.push(seen);
    this.#characters += characters;
    return true;
  }

  /** What is held goes its way before it is forgotten. */
  #forgetOldest(): void {
    const [oldest] = this.#seen;
    if (!oldest) return;
    if (oldest.held) this.#handOut(asItCame(oldest), ['forward']);
    this.#seen.shift();
    this.#characters -= weight(oldest);
    this.#budget.give(weight(oldest));
  }

  #write(entry: Omit<JournalEntry, 'seq' | 'at'>): void {
    this.#entries += 1;
    const whole = { seq: this.#entries, at: this.#hands.now(), ...entry };
    this.#journal = [...this.#journal, whole].slice(-MOST_ENTRIES);
    this.#hands.tell({ journal: [whole] });
  }
}

const asItCame = ({ seq, user, message }: Seen): Handout => ({ user, message, to: undefined, of: seq });
