// A text that is edited, with what was changed in it marked behind it.
import { useState } from 'preact/hooks';
import type { Piece } from '../chat/changes.ts';

/** What is typed stays as it is typed until it is left, and while it is wrong. */
export function useTyped(value: string, wrong: boolean, onText: (text: string) => void) {
  const [typed, setTyped] = useState<string>();
  return {
    shown: typed ?? value,
    type(text: string) {
      setTyped(text);
      onText(text);
    },
    leave() {
      if (!wrong) setTyped(undefined);
    },
  };
}

interface Props {
  readonly class: string;
  readonly label: string;
  readonly value: string;
  /** the value, and what of it is not as it was */
  readonly pieces: readonly Piece[];
  readonly wrong: boolean;
  readonly describedBy: string;
  readonly onInput: (text: string) => void;
  readonly onBlur: () => void;
}

export function MarkedText({ class: kind, label, value, pieces, wrong, describedBy, ...events }: Props) {
  return (
    <div class={`marked ${kind}`}>
      {/* It lies under the text area, and gives it its height: a last empty line needs a character to have one. */}
      <div class="marked-behind" aria-hidden="true">
        {pieces.map(({ text, changed }, i) => (changed ? <mark key={i}>{text}</mark> : text))}{' '}
      </div>
      <textarea
        rows={1}
        value={value}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="none"
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => events.onInput(currentTarget.value)}
        onBlur={events.onBlur}
      />
    </div>
  );
}
