// What a receiver made of a token: a shape, a colour, and words.
import type { Verdict } from '../../experiments/verdict.ts';
import { Mark } from '../Mark.tsx';
import type { TtlSay } from './ttl-words.ts';

interface Props {
  readonly verdict: Verdict;
  readonly t: TtlSay;
}

export function verdictWords(verdict: Verdict, t: TtlSay): string {
  switch (verdict) {
    case 'accepted':
    case 'age':
    case 'skew':
    case 'unseen':
      return t(`verdict.${verdict}`);
    default:
      return t('verdict.other');
  }
}

export function VerdictWord({ verdict, t }: Props) {
  const kind = verdict === 'accepted' ? 'sealed' : 'stale';
  return (
    <span class={`exp-verdict exp-verdict-${kind}`}>
      <Mark kind={kind} /> {verdictWords(verdict, t)}
    </span>
  );
}
