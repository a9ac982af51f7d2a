// Something that is on or off, with its name beside it and its state in words.
interface Props {
  readonly label: string;
  readonly isOn: boolean;
  /** the state in words */
  readonly words: string;
  readonly onTurn: (isOn: boolean) => void;
}

export function Switch({ label, isOn, words, onTurn }: Props) {
  return (
    <label class="exp-switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
      />
      <span>{label}</span>
      <output>{words}</output>
    </label>
  );
}
