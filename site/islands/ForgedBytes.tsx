// The bytes of a message that is about to be forged: field by field, as a text, in hexadecimal, or by a guess.
import { useId, useState } from 'preact/hooks';
import type { StageName } from '#lab/stage.ts';
import type { Payload } from '#server/payload.ts';
import { draftOf, editableFields, withDraft, withGuess } from '../chat/forgery.ts';
import { useBench } from './bench-context.ts';

/** XORs a guess and a wish onto the field: the way to change what one cannot read. */
function Guess({ draft, onDraft }: { readonly draft: string; readonly onDraft: (draft: string) => void }) {
  const { t } = useBench();
  const [ordinal, setOrdinal] = useState('1');
  const [supposed, setSupposed] = useState('');
  const [wanted, setWanted] = useState('');
  const changed = withGuess(draft, Number(ordinal), supposed, wanted);
  return (
    <fieldset class="guess">
      <legend>{t('forge.guess')}</legend>
      <label>
        {t('forge.ordinal')}
        <input
          type="number"
          min={1}
          value={ordinal}
          onInput={({ currentTarget }) => setOrdinal(currentTarget.value)}
        />
      </label>
      <label>
        {t('forge.supposed')}
        <input value={supposed} onInput={({ currentTarget }) => setSupposed(currentTarget.value)} />
      </label>
      <label>
        {t('forge.wanted')}
        <input value={wanted} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
      </label>
      <button type="button" disabled={changed === undefined} onClick={() => changed && onDraft(changed)}>
        {t('forge.xor')}
      </button>
    </fieldset>
  );
}

interface Props {
  readonly stage: StageName;
  readonly message: Payload;
  /** told of the message with other bytes; undefined while what is typed makes none */
  readonly onMessage: (message: Payload | undefined) => void;
}

export function ForgedBytes({ stage, message, onMessage }: Props) {
  const { t } = useBench();
  const id = useId();
  const fields = editableFields(stage, message);
  const [name, setName] = useState(fields.at(-1)?.name);
  const [typed, setTyped] = useState<string>();
  const field = fields.find((one) => one.name === name) ?? fields[0];
  if (!field) return <p class="notice">{t('field.unreadable.note')}</p>;
  const draft = typed ?? draftOf(field);
  const edit = (text: string) => {
    const changed = withDraft(stage, message, field.name, text);
    setTyped(changed ? undefined : text);
    onMessage(changed);
  };
  return (
    <>
      <label>
        {t('forge.field')}
        <select
          value={field.name}
          disabled={typed !== undefined}
          onChange={({ currentTarget }) =>
            setName(fields.find((one) => one.name === currentTarget.value)?.name)
          }
        >
          {fields.map((one) => (
            <option key={one.name} value={one.name}>
              {t(`field.${one.name}`)}
            </option>
          ))}
        </select>
      </label>
      <textarea
        class="bytes"
        rows={3}
        value={draft}
        spellcheck={false}
        aria-label={t(field.name === 'text' ? 'forge.text' : 'forge.hex')}
        aria-invalid={typed !== undefined}
        aria-describedby={typed === undefined ? undefined : `${id}wrong`}
        onInput={({ currentTarget }) => edit(currentTarget.value)}
      />
      {typed !== undefined && (
        <p id={`${id}wrong`} class="notice">
          {t('forge.notHex')}
        </p>
      )}
      {field.name !== 'text' && <Guess draft={draft} onDraft={edit} />}
    </>
  );
}
