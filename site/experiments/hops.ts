// The way of a message from place to place, as the server's log tells it, and a drawing of it by the reader.
import { formatLine } from '#server/log.ts';
import type { PeerName } from '../chat/relay-choice.ts';
import type { ServerLog } from '../chat/server-log.ts';
import type { Message } from '../chat/timeline.ts';

export type Place = PeerName | 'serveur';

export interface Arrow {
  readonly name: ArrowName;
  readonly from: Place;
  readonly to: Place;
}

/** All the arrows that can be drawn: those of each link, there and back. */
export const ARROWS = [
  { name: 'gauche-serveur', from: 'gauche', to: 'serveur' },
  { name: 'serveur-gauche', from: 'serveur', to: 'gauche' },
  { name: 'serveur-droite', from: 'serveur', to: 'droite' },
  { name: 'droite-serveur', from: 'droite', to: 'serveur' },
  { name: 'gauche-droite', from: 'gauche', to: 'droite' },
  { name: 'droite-gauche', from: 'droite', to: 'gauche' },
] as const;

export type ArrowName = (typeof ARROWS)[number]['name'];

/** A stretch of the way, and the line of the log that says so. */
export interface Hop extends Arrow {
  /** when the server wrote it, in milliseconds from 1970 UTC */
  readonly at: number;
  readonly line: string;
}

/** The hops that the log tells of a message, in its order. */
export function hopsOf({ seq, from }: Message, log: ServerLog): Hop[] {
  return log.flatMap((entry): Hop[] => {
    if (entry.kind !== 'line' || seq === undefined || entry.line.message !== seq) return [];
    const { at, text } = entry.line;
    const reached = /^message send to (.*)/.exec(text)?.[1];
    const ends = reached === undefined ? { from, to: 'serveur' } : { from: 'serveur', to: reached };
    const arrow = ARROWS.find((one) => one.from === ends.from && one.to === ends.to);
    return arrow ? [{ ...arrow, at, line: formatLine(entry.line) }] : [];
  });
}

/** A drawing held against what was: arrows that the message did not take, and hops that nobody had drawn. */
export interface Verdict {
  readonly extra: readonly Arrow[];
  readonly missing: readonly Arrow[];
}

export function compare(drawn: ReadonlySet<ArrowName>, hops: readonly Arrow[]): Verdict {
  const taken = new Set(hops.map(({ name }) => name));
  return {
    extra: ARROWS.filter(({ name }) => drawn.has(name) && !taken.has(name)),
    missing: ARROWS.filter(({ name }) => taken.has(name) && !drawn.has(name)),
  };
}
