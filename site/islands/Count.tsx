// A whole number that the reader fills in, between two others.
import { useId } from 'preact/hooks';
import type { ChairKey } from '../i18n/chair-words.ts';
import { useChairWords } from './use-chair-words.ts';

interface Props {
  readonly word: ChairKey;
  readonly least: number;
  readonly most: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function Count({ word, least, most, value, onValue }: Props) {
  const t = useChairWords();
  const id = useId();
  return (
    <div class="count">
      <label for={id}>{t(word)}</label>
      <input
        id={id}
        aria-describedby={`${id}range`}
        type="number"
        inputMode="numeric"
        required
        min={least}
        max={most}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      <small id={`${id}range`}>{t('count.range', { least, most })}</small>
    </div>
  );
}
