// What all rooms of a relay may remember together: nobody fills a machine by talking in many rooms.

export class Budget {
  #left: number;

  /** @param characters - of messages, in units of UTF-16 */
  constructor(characters: number) {
    this.#left = characters;
  }

  /** Sets so many characters aside. @returns whether there were so many */
  take(characters: number): boolean {
    if (characters > this.#left) return false;
    this.#left -= characters;
    return true;
  }

  give(characters: number): void {
    this.#left += characters;
  }
}
