// A whole number that the reader fills in, between two others.
import type { Key } from '../i18n/strings.ts';
import { useBench } from './bench-context.ts';

interface Props {
  readonly word: Key;
  readonly least: number;
  readonly most: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function Count({ word, least, most, value, onValue }: Props) {
  const { t } = useBench();
  return (
    <label>
      {t(word)}
      <input
        type="number"
        inputMode="numeric"
        required
        min={least}
        max={most}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}
