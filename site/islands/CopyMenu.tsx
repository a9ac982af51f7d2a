// Copies one of several things, in one of three ways of writing it; where no way to copy is open, shows it selected.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../chat/clipboard.ts';
import { FORMATS, type Format } from '../chat/copying.ts';
import { useInspectorWords } from './use-inspector-words.ts';

/** A text, selected, for the reader to copy. */
function ByHand({ text }: { readonly text: string }) {
  const t = useInspectorWords();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [text]);
  return (
    <label>
      {t('copy.byHand')}
      <textarea ref={box} readOnly rows={3} value={text} />
    </label>
  );
}

export interface Copied {
  readonly name: string;
  readonly textIn: (format: Format) => string;
}

/** @param what - the things to choose from; a single one leaves no choice */
export function CopyMenu({ what }: { readonly what: readonly Copied[] }) {
  const t = useInspectorWords();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [outcome, setOutcome] = useState<{ readonly words: string; readonly byHand?: string }>();
  const { name = '', textIn } = what[at] ?? {};
  const copy = async (format: Format) => {
    const text = textIn?.(format) ?? '';
    setOutcome(undefined); // so that the same words are told again
    const copied = await copyText(text);
    const words = t('copy.done', { name, format: t(`copy.${format}`) });
    setOutcome(copied ? { words } : { words: '', byHand: text });
  };
  return (
    <details class="copy" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('copy.open')}
        {what.length === 1 && <span class="unseen">{t('copy.openOne', { name })}</span>}
      </summary>
      {open && what.length > 1 && (
        <select
          aria-label={t('copy.what')}
          value={at}
          onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
        >
          {what.map((one, i) => (
            <option key={one.name} value={i}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      {open &&
        FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => copy(format)}>
            {t(`copy.${format}`)}
          </button>
        ))}
      {open && <span role="status">{outcome?.words}</span>}
      {open && outcome?.byHand !== undefined && <ByHand text={outcome.byHand} />}
    </details>
  );
}
