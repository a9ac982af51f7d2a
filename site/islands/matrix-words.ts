// What a run of the matrix came to, as a mark and a word.
import type { Outcome } from '#lab/attacks/matrix.ts';
import type { InspectorTranslate } from '../i18n/inspector-words.ts';
import type fr from '../i18n/matrix.fr.json';
import type { Say } from '../i18n/strings.ts';
import type { MarkKind } from './Mark.tsx';

export interface MatrixWords {
  /** the sentences of the site, the checks among them */
  readonly t: InspectorTranslate;
  /** the sentences of the matrix */
  readonly m: Say<keyof typeof fr>;
}

/** The checks that some attack of the matrix runs into, in a word each. */
const BY = { age: 'age', hmac: 'hmac', tag: 'tag', counter: 'counter' } as const;

export function outcomeWords(
  outcome: Outcome,
  { m }: MatrixWords,
): { kind: MarkKind; word: string; by?: string } {
  if (outcome === 'succeeds') return { kind: 'tampered', word: m('outcome.succeeds') };
  if (outcome === 'gets nothing') return { kind: 'opaque', word: m('outcome.nothing') };
  const check = outcome.slice('refused: '.length);
  const by = m(`outcome.by.${check in BY ? (check as keyof typeof BY) : 'other'}`); // just looked up
  return { kind: 'stale', word: m('outcome.refused'), by };
}
