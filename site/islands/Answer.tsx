// Where the reader answers a question; it saves itself, and opens the model answer once there is an own one.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Lang, translator } from '../i18n/strings.ts';
import type { AnswersMode } from '../notebook/model-answer.ts';
import { countWords, isChangeOf, isWritten, readAnswer, writeAnswer } from '../notebook/own-answers.ts';
import { LateCompare } from './late-parts.ts';
import './Answer.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly question: number;
  readonly mode: AnswersMode;
}

type Saving = 'empty' | 'saved' | 'notSaved';

/** The own answer, as this browser keeps it; other tabs' changes come in by themselves. */
function useOwnAnswer(question: number) {
  const [text, setText] = useState<string>();
  const [saving, setSaving] = useState<Saving>('empty');
  const load = () => {
    const kept = readAnswer(question);
    setText(kept);
    setSaving(kept === '' ? 'empty' : 'saved');
  };
  useEffect(() => {
    load();
    const onStorage = (event: StorageEvent) => {
      if (isChangeOf(event, question)) load();
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, []);
  const write = (changed: string) => {
    setText(changed);
    const kept = writeAnswer(question, changed);
    setSaving(kept ? (changed === '' ? 'empty' : 'saved') : 'notSaved');
    dispatchEvent(new CustomEvent('answerchange'));
  };
  return { text, saving, write };
}

export default function Answer({ base, lang, question, mode }: Props) {
  const t = translator(lang);
  const { text, saving, write } = useOwnAnswer(question);
  const words = countWords(text ?? '');
  // It stays: who rewrites an answer from nothing, goes on seeing what it was compared with.
  const wasWritten = useRef(false);
  wasWritten.current ||= isWritten(text ?? '');
  const comparable = wasWritten.current;
  return (
    <section class="answer" data-answer={question} aria-label={t('answer.name')}>
      <textarea
        value={text ?? ''}
        disabled={text === undefined}
        aria-label={t('answer.label', { number: question })}
        placeholder={t('answer.placeholder')}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      <p class={`answer-bar is-${saving}`}>
        <span role="status">{t(`answer.${saving}`)}</span>
        {words > 0 && <span>{t(words === 1 ? 'answer.word' : 'answer.words', { count: words })}</span>}
      </p>
      {mode === 'none' && <p class="compare-note">{t('answer.none')}</p>}
      {mode !== 'none' && !comparable && <p class="compare-note">{t('answer.compareHint')}</p>}
      {mode !== 'none' && comparable && <LateCompare base={base} t={t} question={question} />}
    </section>
  );
}
