// Tells whether two words are the same but for typing errors: letters that were put, taken, changed or swapped.

/** Whether so many errors at most part the two (Damerau and Levenshtein, each pair of letters swapped once). */
export function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: readonly number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const cost = Math.min(
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most + 1) return false; // one more, since a swap looks back two rows
    before = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
}

/** Whether a word begins with this, or with what so many errors made of it. */
export function beginsNear(word: string, beginning: string, most: number): boolean {
  for (let more = -most; more <= most; more++)
    if (isNear(word.slice(0, beginning.length + more), beginning, most)) return true;
  return false;
}
