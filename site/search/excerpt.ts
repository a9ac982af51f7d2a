// An excerpt as the index gives it, taken apart: what stands there, and which of it was looked for. No HTML comes out.

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** @param excerpt - text in which `<` and `>` are entities, but for the `<mark>` around what was found */
export function piecesOf(excerpt: string): Piece[] {
  const pieces: Piece[] = [];
  let found = false;
  for (const part of excerpt.split(/(<\/?mark>)/)) {
    if (part === '<mark>' || part === '</mark>') found = part === '<mark>';
    else if (part !== '') pieces.push({ text: part.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), found });
  }
  return pieces;
}
