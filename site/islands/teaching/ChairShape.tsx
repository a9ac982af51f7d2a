// The shape of a chair, beside its word: one points to the left, one to the right, the server stands between.
import type { Chair } from '#server/class/wire.ts';

const SHAPES: Readonly<Record<Chair, string>> = {
  gauche: 'M9.5 1v10L2 6Z',
  droite: 'M2.5 1v10L10 6Z',
  serveur: 'M1.5 2h9v3.4h-9Zm0 4.6h9V10h-9Z',
};

export function ChairShape({ chair }: { readonly chair: Chair }) {
  return (
    <svg class="chair-shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={SHAPES[chair]} />
    </svg>
  );
}
