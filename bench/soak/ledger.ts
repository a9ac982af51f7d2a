// What one receiver has heard of numbered messages: what is missing, what came twice, what came too early.

interface Account {
  last: number;
  heard: number;
}

export class Ledger {
  doubled = 0;
  /** messages that came before an earlier one of the same sender, or in the place of a lost one */
  early = 0;
  readonly #accounts = new Map<string, Account>();

  /** @param n - counts the messages of this sender from 1 */
  note(sender: string, n: number): void {
    const account = this.#accounts.get(sender) ?? { last: 0, heard: 0 };
    this.#accounts.set(sender, account);
    if (n <= account.last) {
      this.doubled += 1;
      return;
    }
    if (n > account.last + 1) this.early += 1;
    account.last = n;
    account.heard += 1;
  }

  /** How many messages of a sender were heard, each counted once. */
  heard(sender: string): number {
    return this.#accounts.get(sender)?.heard ?? 0;
  }
}
