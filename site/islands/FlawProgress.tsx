// How many of the flaws the reader has found, and the way to look for them all again.
import { type FlawCard, questionOf } from '../experiments/flaw-card.ts';
import type { FlawWords } from '../i18n/flaw-words.ts';
import { forgetFlaws } from '../notebook/found-flaws.ts';
import { useKeptFlaws } from './use-kept-flaws.ts';

interface Props {
  readonly cards: readonly FlawCard[];
  readonly t: FlawWords;
}

export function FlawProgress({ cards, t }: Props) {
  const isKept = useKeptFlaws(cards);
  const count = (end: 'found' | 'told') => cards.filter(({ verdict }) => verdict.value === end).length;
  const [found, told] = [count('found'), count('told')];
  const again = async () => {
    await forgetFlaws(Object.values(questionOf)); // first, or a page that is left at once would find them again
    for (const card of cards) card.reset();
  };
  return (
    <p class="flaw-progress">
      <span>{t('flaws.progress', { found, all: cards.length })}</span>
      {told > 0 && <span>{t('flaws.told', { told })}</span>}
      {!isKept && <span role="status">{t('flaws.notKept')}</span>}
      <button type="button" disabled={found + told === 0} onClick={again}>
        {t('flaws.again.all')}
      </button>
    </p>
  );
}
