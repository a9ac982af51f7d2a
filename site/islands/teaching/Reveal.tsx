// Opens the model answer of a question to the whole class.
import { useState } from 'preact/hooks';
import { useDesk } from './desk-context.ts';
import { QuestionChoice } from './QuestionChoice.tsx';

type State = 'ready' | 'opening' | 'failed';

export function Reveal() {
  const { t, base, mode, overview, teacher } = useDesk();
  const [question, setQuestion] = useState(1);
  const [state, setState] = useState<State>('ready');
  const revealed = Object.keys(overview.class.revealed);
  const reveal = async () => {
    setState('opening');
    const key = mode === 'sealed' ? await keyOf(base, overview.passphrase, question) : '';
    setState(key === undefined ? 'failed' : 'ready');
    if (key !== undefined) teacher.lead({ do: 'reveal', question, key });
  };
  return (
    <section class="desk-part" id="reveal" aria-labelledby="reveal-title">
      <h2 id="reveal-title">{t('teaching.reveal')}</h2>
      <p>{t(`reveal.${mode}`)}</p>
      {mode !== 'none' && (
        <>
          <QuestionChoice label={t('reveal.which')} question={question} onChoose={setQuestion} />
          <p class="desk-acts">
            <button
              type="button"
              class="is-first"
              disabled={state === 'opening' || revealed.includes(String(question))}
              onClick={() => void reveal()}
            >
              {t(state === 'opening' ? 'reveal.opening' : 'reveal.do')}
            </button>
          </p>
          <p role="status">{state === 'failed' && t('reveal.failed')}</p>
          <p data-revealed>
            {revealed.length === 0
              ? t('reveal.nothing')
              : t(revealed.length === 1 ? 'reveal.done.one' : 'reveal.done', {
                  questions: revealed.join(', '),
                })}
          </p>
        </>
      )}
    </section>
  );
}

/** Deriving a key takes what no other part of this page needs. */
async function keyOf(base: string, passphrase: string | undefined, question: number) {
  if (passphrase === undefined) return undefined;
  const { keyOfAnswer } = await import('../../teaching/answer-keys.ts');
  return keyOfAnswer(base, passphrase, question);
}
