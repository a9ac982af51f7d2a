// Which pieces of an edited text are not as they were, for the eye.

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** So many bytes or characters are looked at one by one; nobody marks more of them, and a page should not either. */
const MOST = 4096;

/** Joins neighbours of a kind, and what is left after those that were looked at. */
function joined(pieces: readonly Piece[], rest: string): Piece[] {
  const all: Piece[] = [];
  for (const piece of [...pieces, { text: rest, changed: false }]) {
    const last = all.at(-1);
    if (last?.changed === piece.changed) all[all.length - 1] = { ...piece, text: last.text + piece.text };
    else if (piece.text !== '') all.push(piece);
  }
  return all;
}

/** The bytes of a hexadecimal text, however it is spaced, beside the bytes that stood there. */
export function changedBytes(hex: string, original: Uint8Array): Piece[] {
  const head = hex.slice(0, 3 * MOST);
  let at = -1;
  const pieces = head.match(/[0-9a-f]\s*[0-9a-f]|\s+|./gis) ?? [];
  return joined(
    pieces.map((text) => {
      if (!/[0-9a-f]/i.test(text)) return { text, changed: false };
      at += 1;
      return { text, changed: Number.parseInt(text.replace(/\s/g, ''), 16) !== original[at] };
    }),
    hex.slice(head.length),
  );
}

/** The characters of a text beside those that stood there. */
export function changedCharacters(text: string, original: string): Piece[] {
  const head = text.slice(0, MOST);
  const before = [...original.slice(0, MOST)];
  return joined(
    Array.from(head, (character, i) => ({ text: character, changed: character !== before[i] })),
    text.slice(head.length),
  );
}
