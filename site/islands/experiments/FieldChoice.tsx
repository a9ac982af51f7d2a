// A field of a token, to be chosen by its name.
import type { Signal } from '@preact/signals';
import type { FieldName } from '#lab/stage.ts';
import type { Translate } from '../../i18n/strings.ts';

interface Props<Field extends FieldName> {
  readonly label: string;
  readonly field: Signal<Field>;
  readonly fields: readonly Field[];
  readonly t: Translate;
}

export function FieldChoice<Field extends FieldName>({ label, field, fields, t }: Props<Field>) {
  return (
    <label class="exp-field">
      {label}
      <select
        value={field.value}
        onChange={({ currentTarget }) => {
          const chosen = fields.find((name) => name === currentTarget.value);
          if (chosen) field.value = chosen;
        }}
      >
        {fields.map((name) => (
          <option key={name} value={name}>
            {t(`field.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
