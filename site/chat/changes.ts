// Which pieces of an edited text are not as they were, for the eye.

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** Joins neighbours of a kind. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.changed === piece.changed) all[all.length - 1] = { ...piece, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}

/** The bytes of a hexadecimal text, however it is spaced, beside the bytes that stood there. */
export function changedBytes(hex: string, original: Uint8Array): Piece[] {
  let at = -1;
  const pieces = hex.match(/[0-9a-f]\s*[0-9a-f]|\s+|./gis) ?? [];
  return joined(
    pieces.map((text) => {
      if (!/[0-9a-f]/i.test(text)) return { text, changed: false };
      at += 1;
      return { text, changed: Number.parseInt(text.replace(/\s/g, ''), 16) !== original[at] };
    }),
  );
}

/** The characters of a text beside those that stood there. */
export function changedCharacters(text: string, original: string): Piece[] {
  const before = [...original];
  return joined(Array.from(text, (character, i) => ({ text: character, changed: character !== before[i] })));
}
