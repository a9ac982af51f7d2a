// One of a few, to choose: a group of radio buttons that reads as a row.
import { useId } from 'preact/hooks';

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly value: Value | undefined;
  readonly onValue: (value: Value) => void;
}

export function Choice<Value extends string>({ label, options, value, onValue }: Props<Value>) {
  const name = useId();
  return (
    <fieldset class="exp-choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>{option.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
