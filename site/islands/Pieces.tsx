// The pieces of evidence below an answer: each can be read, looked at again on the bench, and taken away.
import { useState } from 'preact/hooks';
import type { Exhibit } from '../chat/timeline.ts';
import { addressOf } from '../i18n/addresses.ts';
import type { Lang } from '../i18n/langs.ts';
import { notebookWords } from '../i18n/notebook-words.ts';
import type { Evidence } from '../notebook/database.ts';
import { readExhibit } from '../notebook/exhibit-form.ts';
import { pageNotebook } from '../notebook/notebook.ts';
import { LateRunTrace } from './late-run-trace.ts';
import sheet from './Pieces.css?url';
import { styleSheet } from './style-sheet.ts';

await styleSheet(sheet);

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly pieces: readonly Evidence[];
  /** lays a message on the bench */
  readonly onLook: (exhibit: Exhibit) => void;
}

/** The trace of a run, as it was recorded; it is fetched when it is opened. */
function Recorded({ lang, data, onLook }: Pick<Props, 'lang' | 'onLook'> & Pick<Evidence, 'data'>) {
  const t = notebookWords(lang);
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('pieces.trace')}</summary>
      {isOpen && <LateRunTrace lang={lang} data={data} onLook={onLook} />}
    </details>
  );
}

/** The message, or the line, of a piece; none in a run, nor in what was damaged. */
const exhibitOf = ({ kind, data }: Evidence) => (kind === 'run' ? undefined : readExhibit(data));

export function Pieces({ base, lang, pieces, onLook }: Props) {
  const t = notebookWords(lang);
  return (
    <section class="pieces" aria-label={t('pieces.name')}>
      <h3>{t('pieces.name')}</h3>
      <ol>
        {pieces.map((piece, i) => {
          const exhibit = exhibitOf(piece);
          return (
            <li key={piece.id}>
              <pre dir="auto">{piece.text}</pre>
              {piece.kind === 'run' && <Recorded lang={lang} data={piece.data} onLook={onLook} />}
              <p>
                {piece.kind === 'run' && <a href={addressOf(base, lang, 'matrix')}>{t('pieces.matrix')}</a>}
                {exhibit && (
                  <button
                    type="button"
                    aria-label={t('pieces.look.label', { number: i + 1 })}
                    onClick={() => onLook(exhibit)}
                  >
                    {t('pieces.look')}
                  </button>
                )}
                <button
                  type="button"
                  aria-label={t('pieces.remove.label', { number: i + 1 })}
                  onClick={() => void pageNotebook.detach(piece)}
                >
                  {t('pieces.remove')}
                </button>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
