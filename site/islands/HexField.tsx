// One field of a token: its name, and its bytes, each of which can be asked what it is.
import { useId, useState } from 'preact/hooks';
import type { Field } from '#lab/stage.ts';
import { dateOf, visible } from '../chat/follow.ts';
import type { Translate } from '../i18n/strings.ts';
import { useBench } from './bench-context.ts';

/** So many bytes at first, and so many more at each request: a long message has thousands. */
const FIRST = 128;
const MORE = 1024;

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** What a byte is, in words; the first one of its field is number 1. */
function describe(field: Field, at: number, t: Translate): string {
  const value = field.bytes[at] ?? 0;
  const character = visible(value);
  const words = { ordinal: at + 1, hex: hex(value), value };
  return character ? t('inspector.byteText', { ...words, character }) : t('inspector.byte', words);
}

/** A timestamp beside the clock of the one who received it, in seconds. */
function ageWords(date: Date, receivedAt: number, t: Translate): string {
  const age = receivedAt - Math.floor(date.getTime() / 1000);
  const words = { date: date.toLocaleTimeString('fr-FR'), age: Math.abs(age) };
  return t(age < 0 ? 'inspector.ageFuture' : 'inspector.age', words);
}

/** Where an arrow key leads, among so many bytes in rows of 16; undefined for other keys. */
function stepOf(key: string, at: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - 16,
    ArrowDown: at + 16,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}

interface Props {
  readonly field: Field;
  /** the reader's clock when the message arrived, in seconds */
  readonly receivedAt: number | undefined;
}

export function HexField({ field, receivedAt }: Props) {
  const { t } = useBench();
  const id = useId();
  const [at, setAt] = useState<number>();
  const [limit, setLimit] = useState(FIRST);
  const { name, bytes } = field;
  const shown = bytes.subarray(0, limit);
  const left = Math.min(MORE, bytes.length - limit);
  const date = name === 'timestamp' ? dateOf(field) : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, at ?? -1, shown.length);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
  };
  return (
    <div class={`field field-${name}`}>
      <p id={`${id}name`} class="field-name">
        {t(`field.${name}`)} <small>{t(`field.${name}.note`)}</small>
      </p>
      <div
        class="hex"
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}name`}
        aria-activedescendant={at === undefined ? undefined : `${id}${at}`}
        onKeyDown={onKeyDown}
        onFocus={() => setAt(at ?? 0)}
      >
        {Array.from(shown, (byte, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all of its bytes
          <span
            key={i}
            id={`${id}${i}`}
            class="byte"
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            aria-label={describe(field, i, t)}
            onClick={() => setAt(i)}
          >
            {hex(byte)}
          </span>
        ))}
      </div>
      <p class="field-note">
        {date && receivedAt !== undefined
          ? ageWords(date, receivedAt, t)
          : t(bytes.length === 1 ? 'inspector.sizeOne' : 'inspector.size', { count: bytes.length })}
        {at !== undefined && <span class="byte-words">{describe(field, at, t)}</span>}
        {bytes.length > limit && (
          <button type="button" onClick={() => setLimit(limit + MORE)}>
            {t(left === 1 ? 'inspector.moreOne' : 'inspector.more', { count: left })}
          </button>
        )}
      </p>
    </div>
  );
}
