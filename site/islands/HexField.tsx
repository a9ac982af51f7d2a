// One field of a token: its name, and its bytes, each of which can be asked what it is.
import { Component, type ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { Field } from '#lab/stage.ts';
import { visible } from '../chat/follow.ts';
import type { InspectorTranslate } from '../i18n/inspector-words.ts';
import { useRoving } from './roving.ts';
import { useInspectorWords } from './use-inspector-words.ts';

/** So many bytes at first, and so many more at each request: a long message has thousands. */
const FIRST = 128;
const MORE = 1024;
const PER_ROW = 16;

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** What a byte is, in words; the first one of its field is number 1. */
function describe(bytes: Uint8Array, at: number, t: InspectorTranslate): string {
  const value = bytes[at] ?? 0;
  const character = visible(value);
  const words = { ordinal: at + 1, hex: hex(value), value };
  return character ? t('inspector.byteText', { ...words, character }) : t('inspector.byte', words);
}

interface RowProps {
  readonly bytes: Uint8Array;
  /** the chosen byte, where it is one of these */
  readonly at: number | undefined;
  /** what the chosen byte goes by, and what it is in words */
  readonly id: string;
  readonly words: string | undefined;
}

/** A row of bytes; it is drawn anew when the choice comes to it, moves in it, or leaves it. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate({ bytes, at }: RowProps): boolean {
    return bytes !== this.props.bytes || at !== this.props.at;
  }

  override render({ bytes, at, id, words }: RowProps) {
    return Array.from(bytes, (byte, i) =>
      i === at ? (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, for all of its bytes
        <span key={i} id={id} class="byte" role="option" aria-selected={true} aria-label={words}>
          {hex(byte)}
        </span>
      ) : (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, for all of its bytes
        <span key={i} class="byte" role="option" aria-selected={false}>
          {hex(byte)}
        </span>
      ),
    );
  }
}

interface Props {
  readonly field: Field;
  /** what there is to say of its bytes */
  readonly children?: ComponentChildren;
}

export function HexField({ field, children }: Props) {
  const t = useInspectorWords();
  const id = useId();
  const { name, bytes } = field;
  const { at, listeners } = useRoving(bytes);
  const [asked, setAsked] = useState<{ readonly of: Uint8Array; readonly limit: number }>();
  const limit = asked?.of === bytes ? asked.limit : FIRST;
  const rows = useMemo(
    () =>
      Array.from({ length: Math.ceil(Math.min(limit, bytes.length) / PER_ROW) }, (_, row) =>
        bytes.subarray(row * PER_ROW, (row + 1) * PER_ROW),
      ),
    [bytes, limit],
  );
  const left = Math.min(MORE, bytes.length - limit);
  const words = at === undefined ? undefined : describe(bytes, at, t);
  return (
    <div class={`field field-${name}`}>
      <p id={`${id}name`} class="field-name">
        {t(`field.${name}`)}{' '}
        <span class="size">
          {t(bytes.length === 1 ? 'inspector.sizeOne' : 'inspector.size', { count: bytes.length })}
        </span>{' '}
        <small>{t(`field.${name}.note`)}</small>
      </p>
      <div
        class="hex"
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}name`}
        aria-activedescendant={at === undefined ? undefined : `${id}at`}
        {...listeners}
      >
        {rows.map((row, i) => {
          const inRow = at !== undefined && Math.floor(at / PER_ROW) === i ? at % PER_ROW : undefined;
          return <Row key={i} bytes={row} at={inRow} id={`${id}at`} words={words} />;
        })}
      </div>
      <div class="field-note">
        {children}
        {words && <span class="byte-words">{words}</span>}
        {bytes.length > limit && (
          <button type="button" onClick={() => setAsked({ of: bytes, limit: limit + MORE })}>
            {t(left === 1 ? 'inspector.moreOne' : 'inspector.more', { count: left })}
          </button>
        )}
      </div>
    </div>
  );
}
