// The small pictures of what can be put down: a closed lock, an open one, a key, a door.
import type { Thing } from '../../experiments/placement.ts';

/** Drawn on a square of 24, in lines. */
const PATHS: Readonly<Record<Thing, string>> = {
  seal: 'M5 11h14v9H5Z M8 11V8a4 4 0 0 1 8 0v3 M12 14.5v2.5',
  open: 'M5 11h14v9H5Z M8 11V7a4 4 0 0 1 7.7-1.5 M12 14.5v2.5',
  key: 'M8 12a3.5 3.5 0 1 0 0 .01Z M8 12m3.5 0H21v3.5 M17 12v3',
  door: 'M6 3.5h12v17H6Z M4 20.5h16 M14.5 12v1.5',
};

export function ThingIcon({ thing }: { readonly thing: Thing }) {
  return (
    <svg class={`thing-icon thing-${thing}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[thing]} />
    </svg>
  );
}
