// The code that lets one join a class, and the key of a seat: as they come in an address, as this tab keeps one, and as people type them.
import { TabKept } from './tab-kept.ts';

/** The code that a fragment brings, as in `#code=abcdefghj`; undefined where it brings none. */
export function codeIn(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('code') || undefined;
}

/** The code that came with the address, where the page may be loaded again before one has joined. */
export const keptCode: TabKept = new TabKept('tp-chat-chiffre:join-code');

/** A code as it was printed, in three groups of three: without what stands between them, in small letters. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s.·_-]+/g, '');

/** Whether a plain code is one that a class may have: not whether any has it. */
export const isCode = (plain: string): boolean => /^[a-z0-9]{9}$/.test(plain);

/** Whether a text looks like the key of a seat, `abcdefgh.` and 32 hexadecimal digits. */
export const isSeatKey = (text: string): boolean => /^[a-z0-9]{8}\.[0-9a-f]{32}$/.test(text);
