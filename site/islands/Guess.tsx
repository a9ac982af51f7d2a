// Changes what one cannot read: by XORing a guess and a wish onto it, or by replacing a text that is known as a whole.
import { useId, useState } from 'preact/hooks';
import { guess, replaceAll } from '../chat/forgery.ts';
import { useChairWords } from './use-chair-words.ts';

interface Props {
  /** the ciphertext: as it is for a guess, which adds to what was guessed; as it was for another text in its place */
  readonly bytes: Uint8Array;
  readonly onBytes: (bytes: Uint8Array) => void;
}

interface TextProps {
  readonly word: 'forge.supposed' | 'forge.wanted' | 'forge.known' | 'forge.instead';
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Text({ word, value, onValue }: TextProps) {
  const t = useChairWords();
  return (
    <label>
      {t(word)}
      <input
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

export function Guess({ bytes, onBytes }: Props) {
  const t = useChairWords();
  const [ordinal, setOrdinal] = useState('1');
  const [supposed, setSupposed] = useState('');
  const [wanted, setWanted] = useState('');
  const changed = guess(bytes, Number(ordinal), supposed, wanted);
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
      <Text word="forge.supposed" value={supposed} onValue={setSupposed} />
      <Text word="forge.wanted" value={wanted} onValue={setWanted} />
      <button type="button" disabled={changed === undefined} onClick={() => changed && onBytes(changed)}>
        {t('forge.xor')}
      </button>
    </fieldset>
  );
}

export function Replacement({ bytes, onBytes }: Props) {
  const t = useChairWords();
  const id = useId();
  const [known, setKnown] = useState('');
  const [instead, setInstead] = useState('');
  const changed = replaceAll(bytes, known, instead);
  const fails = known !== '' && instead !== '' && changed === undefined;
  return (
    <details>
      <summary>{t('forge.replace')}</summary>
      <fieldset class="guess" aria-label={t('forge.replace')} aria-describedby={`${id}note`}>
        <Text word="forge.known" value={known} onValue={setKnown} />
        <Text word="forge.instead" value={instead} onValue={setInstead} />
        <button type="button" disabled={changed === undefined} onClick={() => changed && onBytes(changed)}>
          {t('forge.replaceNow')}
        </button>
        <p id={`${id}note`} class={fails ? 'notice' : 'unseen'}>
          {t('forge.replaceFails')}
        </p>
      </fieldset>
    </details>
  );
}
