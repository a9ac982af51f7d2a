// Opens the model answer beside the own one, at a click or by a passphrase.
import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import { notebookWords } from '../i18n/notebook-words.ts';
import { keepCompared } from '../notebook/compared.ts';
import { fetchAnswer, KEYS_CAME, unseal } from '../notebook/comparing.ts';
import type { ModelAnswer } from '../notebook/model-answer.ts';
import sheet from './Compare.css?url';
import { Compared } from './Compared.tsx';
import { Passphrase } from './Passphrase.tsx';
import { styleSheet } from './style-sheet.ts';

await styleSheet(sheet);

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly question: number;
  /** the own answer */
  readonly text: string;
}

type State = 'closed' | 'failed' | 'locked' | 'invalid' | ModelAnswer;

export function Compare({ base, lang, question, text }: Props) {
  const t = notebookWords(lang);
  const [state, setState] = useState<State>('closed');
  const open = async () => {
    try {
      const answer = await fetchAnswer(base, lang, question);
      if (answer) await keepCompared(question); // before it is seen: the page may be left at once
      setState(answer ?? 'locked');
    } catch {
      setState('failed');
    }
  };
  const isLocked = state === 'locked' || state === 'invalid';
  useEffect(() => {
    if (!isLocked) return;
    const look = () => void open();
    addEventListener(KEYS_CAME, look);
    return () => removeEventListener(KEYS_CAME, look);
  }, [isLocked]);
  const tryPassphrase = async (passphrase: string) => {
    try {
      if (await unseal(base, passphrase)) await open();
      else setState('invalid');
    } catch {
      setState('failed');
    }
  };
  if (typeof state === 'object')
    return <Compared answer={state} base={base} question={question} text={text} t={t} />;
  return (
    <div class="compare">
      {state === 'failed' && <p role="alert">{t('answer.modelFailed')}</p>}
      {state === 'invalid' && <p role="alert">{t('answer.invalid')}</p>}
      {isLocked ? (
        <>
          <p>{t('answer.sealed')}</p>
          <Passphrase t={t} onTry={tryPassphrase} />
        </>
      ) : (
        <button type="button" class="primary" onClick={open}>
          {t('answer.compare')}
        </button>
      )}
    </div>
  );
}
