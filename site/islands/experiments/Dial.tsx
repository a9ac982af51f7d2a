// A number to slide, with its label above it and its value beside it.
interface Props {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  /** the value in words, as the screen and a screen reader say it */
  readonly words: string;
  /** what a screen reader says instead, where more of the screen changes with the value */
  readonly spoken?: string;
  readonly onValue: (value: number) => void;
}

export function Dial({ label, least, most, value, words, spoken = words, onValue }: Props) {
  return (
    <label class="exp-field exp-dial">
      {label}
      <span>
        <input
          type="range"
          min={least}
          max={most}
          step={1}
          value={value}
          aria-valuetext={spoken}
          onInput={({ currentTarget }) => onValue(currentTarget.valueAsNumber)}
        />
        <output aria-hidden="true">{words}</output>
      </span>
    </label>
  );
}
