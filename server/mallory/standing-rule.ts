// The rule that holds at present: whose messages it takes, which of them, and until when.
import type { Rule } from './rule.ts';

/** A rule at rest, as JSON may keep it. */
export interface FrozenRule {
  readonly rule: Rule | undefined;
  readonly matched: number;
  readonly done: number;
  readonly endsAt: number | undefined;
}

export class StandingRule {
  #rule: Rule | undefined;
  /** how many messages it has been for, whether it was their turn or not */
  #matched = 0;
  /** to how many it was done */
  #done = 0;
  /** milliseconds from 1970 UTC */
  #endsAt: number | undefined;

  get rule(): Rule | undefined {
    return this.#rule;
  }

  get endsAt(): number | undefined {
    return this.#endsAt;
  }

  set(rule: Rule | undefined, now: number): void {
    const seconds = rule?.for?.seconds;
    this.thaw({
      rule,
      matched: 0,
      done: 0,
      endsAt: seconds === undefined ? undefined : now + 1000 * seconds,
    });
  }

  /** @returns the rule, where this sender's next message is one that it is to be done to */
  takes(user: string): Rule | undefined {
    const rule = this.#rule;
    if (!rule || (rule.from !== undefined && rule.from !== user)) return undefined;
    this.#matched += 1;
    if (this.#matched % rule.every !== 0) return undefined;
    this.#done += 1;
    return rule;
  }

  /** Whether it has come to the end that it was given. */
  isOver(now: number): boolean {
    const most = this.#rule?.for?.messages;
    return (
      this.#rule !== undefined &&
      ((most !== undefined && this.#done >= most) || (this.#endsAt !== undefined && now >= this.#endsAt))
    );
  }

  freeze(): FrozenRule {
    return { rule: this.#rule, matched: this.#matched, done: this.#done, endsAt: this.#endsAt };
  }

  thaw({ rule, matched, done, endsAt }: FrozenRule): void {
    this.#rule = rule;
    this.#matched = matched;
    this.#done = done;
    this.#endsAt = endsAt;
  }
}
