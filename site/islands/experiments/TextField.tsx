// A short text to fill in, with its label above it.
import type { Signal } from '@preact/signals';

interface Props {
  readonly label: string;
  /** characters that are in sight */
  readonly size?: number;
  readonly signal?: Signal<string>;
  readonly value?: string;
  readonly onValue?: (text: string) => void;
}

export function TextField({ label, size = 12, signal, value, onValue }: Props) {
  return (
    <label class="exp-field">
      {label}
      <input
        type="text"
        size={size}
        value={signal ? signal.value : value}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          if (signal) signal.value = currentTarget.value;
          onValue?.(currentTarget.value);
        }}
      />
    </label>
  );
}
