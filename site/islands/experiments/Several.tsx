// Any of a few, to tick: a group of boxes that reads as a row.
interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly values: ReadonlySet<Value>;
  readonly onValues: (values: ReadonlySet<Value>) => void;
}

export function Several<Value extends string>({ label, options, values, onValues }: Props<Value>) {
  const toggle = (value: Value) => {
    const next = new Set(values);
    if (!next.delete(value)) next.add(value);
    onValues(next);
  };
  return (
    <fieldset class="exp-choice">
      <legend>{label}</legend>
      {options.map(({ value, words }) => (
        <label key={value}>
          <input type="checkbox" checked={values.has(value)} onChange={() => toggle(value)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
