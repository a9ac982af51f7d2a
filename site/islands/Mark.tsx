// The small shape that goes with a word and a colour: what became of a message, told three times over.

export type MarkKind = 'readable' | 'opaque' | 'sealed' | 'stale' | 'tampered';

/** Drawn on a square of 12: a ring, a filled square, a lozenge, a struck triangle, a filled triangle. */
export const markShapes: Readonly<Record<MarkKind, string>> = {
  readable: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.6a2.9 2.9 0 1 1 0 5.8 2.9 2.9 0 0 1 0-5.8Z',
  opaque: 'M1.5 1.5h9v9h-9Z',
  sealed: 'M6 .6 11.4 6 6 11.4.6 6Z',
  stale: 'M1 2h10L6 11Zm2.7 1.6L6 7.8l2.3-4.2Z',
  tampered: 'M6 1l5.2 9.6H.8Z',
};

export function Mark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg class={`mark mark-${kind}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={markShapes[kind]} fill-rule="evenodd" />
    </svg>
  );
}
