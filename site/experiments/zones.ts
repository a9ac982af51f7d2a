// What the map says of a delivery: in time, a copy that passes, too old, or too far ahead.
import type { Span } from '#lab/attacks/clock-skew.ts';
import { type Columns, MAX_ELAPSED_SECONDS, MAX_SKEW_SECONDS } from './skew-map.ts';

export const ZONES = ['accepted', 'replayable', 'expired', 'future'] as const;
export type Zone = (typeof ZONES)[number];

/**
 * @param span - the deliveries of a token that are accepted
 * @param elapsed - seconds from its sending to a delivery
 * @param latency - seconds that the network takes: what comes later than that is a copy, or was held back
 */
export function zoneAt(span: Span | undefined, elapsed: number, latency: number): Zone {
  if (!span || elapsed > span.last) return 'expired';
  if (elapsed < span.first) return 'future';
  return elapsed <= latency ? 'accepted' : 'replayable';
}

/** A part of one zone: from one skew and second to another, the last ones not included. */
export interface Block {
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** A map as blocks, one above the other for each column; a column is as wide as it is far to the next one that is known. */
export function blocksOf(columns: Columns, latency: number): Block[] {
  const known = [...columns].sort(([a], [b]) => a - b);
  return known.flatMap(([from, span], i) => {
    const to = known[i + 1]?.[0] ?? MAX_SKEW_SECONDS + 1;
    const blocks: Block[] = [];
    let start = 0;
    while (start <= MAX_ELAPSED_SECONDS) {
      const zone = zoneAt(span, start, latency);
      let end = start + 1;
      while (end <= MAX_ELAPSED_SECONDS && zoneAt(span, end, latency) === zone) end += 1;
      blocks.push({ zone, from, to, start, end });
      start = end;
    }
    return blocks;
  });
}
