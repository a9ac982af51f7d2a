// What an answer was before: each version with its date, to be read and taken up again.
import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import { type NotebookTranslate, notebookWords } from '../i18n/notebook-words.ts';
import type { Version } from '../notebook/database.ts';
import type { Draft } from '../notebook/draft.ts';
import { pageNotebook } from '../notebook/notebook.ts';
import { countWords } from '../notebook/own-answers.ts';

interface Props {
  readonly draft: Draft;
  readonly question: number;
  readonly lang: Lang;
}

/** Writes as a hand does, so that the browser's own undo leads back: it forgets all once a script sets the value. */
function typeInto(question: number, text: string): void {
  const box = document.querySelector<HTMLTextAreaElement>(`[data-answer="${question}"] textarea`);
  box?.focus();
  box?.select();
  document.execCommand('insertText', false, text); // deprecated, and the only way that there is
}

function Words({ text, t }: { readonly text: string; readonly t: NotebookTranslate }) {
  const count = countWords(text);
  return <>{t(count === 1 ? 'answer.word' : 'answer.words', { count })}</>;
}

export function Versions({ draft, question, lang }: Props) {
  const t = notebookWords(lang);
  const [versions, setVersions] = useState<readonly Version[]>();
  const load = async () => {
    try {
      setVersions(await (await pageNotebook.answers()).versions(question));
    } catch {
      setVersions([]); // the answer's own line says that nothing is kept
    }
  };
  useEffect(() => void load(), []);
  const date = new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'short' });
  const takeUp = async ({ text }: Version) => {
    await draft.replace(text, () => typeInto(question, text));
    await load();
  };
  return (
    <>
      {versions?.length === 0 && <p>{t('versions.none')}</p>}
      <ol>
        {versions?.map((version) => (
          <li key={version.id}>
            <details>
              <summary>
                <time dateTime={new Date(version.at).toISOString()}>{date.format(version.at)}</time>{' '}
                <Words text={version.text} t={t} />
              </summary>
              <p class="version-text">{version.text}</p>
            </details>
            <button
              type="button"
              aria-label={t('versions.takeUp.label', { date: date.format(version.at) })}
              onClick={() => takeUp(version)}
            >
              {t('versions.takeUp')}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
