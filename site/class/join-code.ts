// The code that lets one join a class: as it comes in an address, and as people type it.

/** The code that a fragment brings, as in `#code=abcdefghj`; undefined where it brings none. */
export function codeIn(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('code') || undefined;
}

/** A code as it was printed, in three groups of three: without what stands between them, in small letters. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s.·_-]+/g, '');
