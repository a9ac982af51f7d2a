// The bytes of a message that is about to be forged: in hexadecimal, part by part, as a text, or by a guess.
import { useId } from 'preact/hooks';
import type { StageName } from '#lab/stage.ts';
import type { Payload } from '#server/payload.ts';
import { changedCharacters } from '../chat/changes.ts';
import { type WireText, wireText } from '../chat/forgery.ts';
import type { ChairKey } from '../i18n/chair-words.ts';
import { ForgedPart } from './ForgedPart.tsx';
import { Guess, Replacement } from './Guess.tsx';
import { MarkedText, useTyped } from './MarkedText.tsx';
import { useChairWords } from './use-chair-words.ts';
import { useForgery } from './use-forgery.ts';

/** What is wrong with a text that makes no message. */
const WRONG: Readonly<Record<WireText['kind'], ChairKey>> = {
  text: 'forge.notWellFormed',
  token: 'forge.notWellFormed',
  base64: 'forge.notBase64',
  pair: 'forge.notPair',
};

interface TextProps {
  readonly wire: WireText;
  readonly original: string;
  readonly wrong: boolean;
  readonly onWire: (wire: WireText) => void;
}

/** The message as the wire carries it, which is also how the log writes it. */
function ForgedText({ wire: { kind, text }, original, wrong, onWire }: TextProps) {
  const t = useChairWords();
  const id = useId();
  const { shown, type, leave } = useTyped(text, wrong, (typed) => onWire({ kind, text: typed }));
  return (
    <div class="field field-wire">
      <p class="field-name">
        {t(`wire.${kind}`)} <small>{t('wire.note')}</small>
      </p>
      <MarkedText
        class="marked-text"
        label={t('wire.label', { kind: t(`wire.${kind}`) })}
        value={shown}
        pieces={changedCharacters(shown, original)}
        wrong={wrong}
        describedBy={`${id}note`}
        onInput={type}
        onBlur={leave}
      />
      <p id={`${id}note`} class={`field-note ${wrong ? 'notice' : ''}`}>
        {wrong && t(WRONG[kind])}
      </p>
    </div>
  );
}

interface Props {
  readonly stage: StageName;
  /** the message as it was, beside which changes are marked */
  readonly original: Payload;
  readonly onMessage: (message: Payload | undefined) => void;
}

export function ForgedBytes({ stage, original, onMessage }: Props) {
  const t = useChairWords();
  const forgery = useForgery(stage, original, onMessage);
  const { parts, wire, revisions } = forgery;
  const target = parts.find(({ name }) => name === 'ciphertext');
  const text = (
    <ForgedText
      key={`wire ${revisions.wire}`}
      wire={wire}
      original={wireText(original).text}
      wrong={forgery.isWrong('wire')}
      onWire={forgery.editWire}
    />
  );
  const isReadable = wire.kind === 'text' || wire.kind === 'token';
  return (
    <>
      <div class="fields">
        {wire.kind === 'text' && text}
        {parts.map((part) => (
          <ForgedPart
            key={`${part.name} ${revisions.parts}`}
            part={part}
            original={forgery.originalOf(part.name)}
            wrong={forgery.isWrong(part.name)}
            onHex={(hex) => forgery.editPart(part.name, hex)}
          />
        ))}
        {wire.kind === 'token' && text}
      </div>
      {target && <Guess bytes={target.bytes} onBytes={(bytes) => forgery.replacePart(target.name, bytes)} />}
      {target && stage === 'hazmat' && (
        <Replacement
          bytes={forgery.originalOf(target.name)}
          onBytes={(bytes) => forgery.replacePart(target.name, bytes)}
        />
      )}
      {!isReadable && (
        <details>
          <summary>{t('forge.base64')}</summary>
          {text}
        </details>
      )}
    </>
  );
}
