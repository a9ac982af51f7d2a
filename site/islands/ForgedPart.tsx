// One part of a message that is about to be forged, in hexadecimal, with the bytes marked that are other ones.
import { useId } from 'preact/hooks';
import { changedBytes } from '../chat/changes.ts';
import { inPairs, type Part } from '../chat/forgery.ts';
import { MarkedText, useTyped } from './MarkedText.tsx';
import { useChairWords } from './use-chair-words.ts';

interface Props {
  readonly part: Part;
  readonly original: Uint8Array;
  readonly wrong: boolean;
  readonly onHex: (hex: string) => void;
}

export function ForgedPart({ part: { name, bytes }, original, wrong, onHex }: Props) {
  const t = useChairWords();
  const id = useId();
  const label = t(name === 'text' ? 'forge.textBytes' : `field.${name}`);
  const { shown, type, leave } = useTyped(inPairs(bytes), wrong, onHex);
  const pieces = changedBytes(shown, original);
  const changed = pieces.some((piece) => piece.changed) || original.length !== bytes.length;
  return (
    <div class={`field field-${name}`}>
      <p class="field-name">
        {label} <small>{t(`field.${name}.note`)}</small>
      </p>
      <MarkedText
        class="marked-hex"
        label={t('forge.hex', { field: label })}
        value={shown}
        pieces={pieces}
        wrong={wrong}
        describedBy={`${id}note`}
        onInput={type}
        onBlur={leave}
      />
      <p id={`${id}note`} class={`field-note ${wrong ? 'notice' : ''}`}>
        {wrong
          ? t(name === 'text' ? 'forge.notUtf8' : 'forge.notHex')
          : t(bytes.length === 1 ? 'inspector.sizeOne' : 'inspector.size', { count: bytes.length })}
        {changed && !wrong && <span class="changed">{t('forge.changed')}</span>}
      </p>
    </div>
  );
}
