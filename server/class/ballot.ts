// A vote of the class on the options of one question, in rounds whose bars stay hidden until the teacher shows them.
import { ClassError } from './class-error.ts';
import type { VoteState } from './wire.ts';

interface BallotRound {
  /** what was voted, by seat */
  readonly votes: Map<string, number>;
  shown: boolean;
}

/** A ballot at rest. */
export interface FrozenBallot {
  readonly question: number;
  readonly options: number;
  readonly rounds: readonly {
    readonly votes: readonly (readonly [string, number])[];
    readonly shown: boolean;
  }[];
}

export class Ballot {
  readonly question: number;
  readonly options: number;
  readonly #rounds: BallotRound[] = [{ votes: new Map(), shown: false }];

  /** @param options - how many there are to choose from */
  constructor(question: number, options: number) {
    this.question = question;
    this.options = options;
  }

  static thaw({ question, options, rounds }: FrozenBallot): Ballot {
    const ballot = new Ballot(question, options);
    ballot.#rounds.splice(0, 1, ...rounds.map(({ votes, shown }) => ({ votes: new Map(votes), shown })));
    return ballot;
  }

  /**
   * Takes a vote, in place of an earlier one of the same round.
   * @returns whether it is another one
   * @throws ClassError `NO_VOTE`
   */
  vote(seat: string, option: number): boolean {
    const round = this.#rounds.at(-1);
    if (!round || round.shown || option >= this.options) throw new ClassError('NO_VOTE');
    if (round.votes.get(seat) === option) return false;
    round.votes.set(seat, option);
    return true;
  }

  /** Takes back what somebody has voted. */
  forget(seat: string): void {
    for (const { votes } of this.#rounds) votes.delete(seat);
  }

  /** Shows what was voted, and closes the round. */
  tally(): void {
    const round = this.#rounds.at(-1);
    if (round) round.shown = true;
  }

  /** Opens another round, once the last one was shown. @throws ClassError `NO_VOTE` */
  again(): void {
    if (!this.#rounds.at(-1)?.shown) throw new ClassError('NO_VOTE');
    this.#rounds.push({ votes: new Map(), shown: false });
  }

  /** @param seat - whose own votes it tells; undefined for nobody's */
  state(seat?: string): VoteState {
    const rounds = this.#rounds.map(({ votes, shown }) => ({
      votes: votes.size,
      tally: shown ? this.#count(votes) : undefined,
    }));
    const mine = seat === undefined ? {} : { mine: this.#rounds.map(({ votes }) => votes.get(seat) ?? null) };
    return { question: this.question, options: this.options, rounds, ...mine };
  }

  freeze(): FrozenBallot {
    const rounds = this.#rounds.map(({ votes, shown }) => ({ votes: [...votes], shown }));
    return { question: this.question, options: this.options, rounds };
  }

  #count(votes: ReadonlyMap<string, number>): number[] {
    const tally = new Array<number>(this.options).fill(0);
    for (const option of votes.values()) tally[option] = (tally[option] ?? 0) + 1;
    return tally;
  }
}
