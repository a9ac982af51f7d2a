// A field of a form of the class, with what is wrong in it, said where it was typed.
import { useEffect, useRef } from 'preact/hooks';

export interface Wrong {
  readonly words: string;
}

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onValue: (value: string) => void;
  /** a new one takes the focus here */
  readonly wrong: Wrong | undefined;
  readonly placeholder?: string;
  /** what stands below it in any case */
  readonly why?: string;
}

export function Field({ name, label, value, maxLength, onValue, wrong, placeholder, why }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wrong) input.current?.focus();
  }, [wrong]);
  const wrongId = wrong && `${name}-wrong`;
  const whyId = why && `${name}-why`;
  return (
    <>
      <label>
        {label}
        <input
          ref={input}
          name={name}
          value={value}
          maxLength={maxLength}
          required
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder={placeholder}
          aria-invalid={wrong !== undefined}
          aria-describedby={[wrongId, whyId].filter(Boolean).join(' ') || undefined}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
      </label>
      {wrong && (
        <p id={wrongId} class="class-wrong">
          {wrong.words}
        </p>
      )}
      {why && (
        <p id={whyId} class="class-small">
          {why}
        </p>
      )}
    </>
  );
}
