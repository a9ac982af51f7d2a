// Tells whether two words are the same but for typing errors: letters that were put, taken, changed or swapped.

/** Whether so many errors at most part the two (Damerau and Levenshtein, each pair of letters swapped once). */
export function isNear(one: string, other: string, most: number): boolean {
  const width = other.length + 1;
  if (Math.abs(one.length - other.length) > most) return false;
  // Further from the diagonal than `most`, everything costs too much.
  let twoAbove = new Array<number>(width).fill(most + 1);
  let above = Array.from({ length: width }, (_, index) => index);
  let row = new Array<number>(width).fill(most + 1);
  for (let i = 1; i <= one.length; i++) {
    const first = Math.max(1, i - most);
    const last = Math.min(other.length, i + most);
    row[first - 1] = first === 1 ? i : most + 1;
    let least = row[first - 1] ?? 0;
    for (let j = first; j <= last; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      let cost = (above[j - 1] ?? 0) + (isSame ? 0 : 1);
      cost = Math.min(cost, (row[j - 1] ?? 0) + 1, j < i + most ? (above[j] ?? 0) + 1 : most + 1);
      if (isSwap) cost = Math.min(cost, (twoAbove[j - 2] ?? 0) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most + 1) return false; // one more, since a swap looks back two rows
    [twoAbove, above, row] = [above, row, twoAbove];
  }
  return (above[other.length] ?? 0) <= most;
}

/** Whether a word begins with this, or with what so many errors made of it. */
export function beginsNear(word: string, beginning: string, most: number): boolean {
  for (let more = -most; more <= most; more++)
    if (isNear(word.slice(0, beginning.length + more), beginning, most)) return true;
  return false;
}
