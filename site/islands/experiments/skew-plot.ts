// Where things stand on the map of clock skew: seconds to places, and the zones as paths.
import type { Place } from '../../experiments/15-limites.ts';
import { MAX_ELAPSED_SECONDS, MAX_SKEW_SECONDS } from '../../experiments/skew-map.ts';
import type { Block, Zone } from '../../experiments/zones.ts';

/** The size of the map in its own units, one to a second. */
export const WIDTH = 2 * MAX_SKEW_SECONDS + 1;
export const HEIGHT = MAX_ELAPSED_SECONDS + 1;

const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;

/** The middle of a second of skew, from the left edge. */
export const xOf = (skew: number) => percent(skew + MAX_SKEW_SECONDS + 0.5, WIDTH);

/** The middle of a second since the sending, from the upper edge: time goes up. */
export const yOf = (elapsed: number) => percent(HEIGHT - elapsed - 0.5, HEIGHT);

/** What lies under a point of the drawn map. */
export function placeAt(box: DOMRect, x: number, y: number): Place {
  return {
    skew: Math.floor(((x - box.left) / box.width) * WIDTH) - MAX_SKEW_SECONDS,
    elapsed: HEIGHT - 1 - Math.floor(((y - box.top) / box.height) * HEIGHT),
  };
}

/** All blocks of one zone as one path, in the map's own units. */
export function pathOf(blocks: readonly Block[], zone: Zone): string {
  return blocks
    .filter((block) => block.zone === zone)
    .map(({ from, to, start, end }) => {
      const [width, height] = [to - from, end - start];
      return `M${from + MAX_SKEW_SECONDS} ${HEIGHT - end}h${width}v${height}h${-width}z`;
    })
    .join('');
}

/** How late the network may deliver: the upper edge of what is accepted, which without any latency is all that there is of it. */
export function edgeOf(blocks: readonly Block[]): string {
  return blocks
    .filter(({ zone }) => zone === 'accepted')
    .map(({ from, to, end }) => `M${from + MAX_SKEW_SECONDS} ${HEIGHT - end}h${to - from}`)
    .join('');
}

/** As many seconds times seconds as a word needs to stand in a zone. */
const ROOM_FOR_A_WORD = 1_500;

/** The middle of a zone, where a word has room there. The zones of what is accepted bulge nowhere inwards, so it lies within. */
export function middleOf(blocks: readonly Block[], zone: Zone): Place | undefined {
  let [area, skew, elapsed] = [0, 0, 0];
  for (const block of blocks) {
    if (block.zone !== zone) continue;
    const size = (block.to - block.from) * (block.end - block.start);
    area += size;
    skew += (size * (block.from + block.to - 1)) / 2;
    elapsed += (size * (block.start + block.end - 1)) / 2;
  }
  return area < ROOM_FOR_A_WORD ? undefined : { skew: skew / area, elapsed: elapsed / area };
}

/** Where an arrow key leads from a place; undefined for other keys. */
export function stepOf(key: string, { skew, elapsed }: Place, by: number): Place | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { skew: skew - by, elapsed };
    case 'ArrowRight':
      return { skew: skew + by, elapsed };
    case 'ArrowUp':
      return { skew, elapsed: elapsed + by };
    case 'ArrowDown':
      return { skew, elapsed: elapsed - by };
    default:
      return undefined;
  }
}
