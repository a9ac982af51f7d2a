// Where the reader answers a question; it saves itself, and opens the model answer once there is an own one.
import { effect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import { translator } from '../i18n/strings.ts';
import { Draft, type Saving } from '../notebook/draft.ts';
import type { AnswersMode } from '../notebook/model-answer.ts';
import { pageNotebook } from '../notebook/notebook.ts';
import { countWords, isWritten } from '../notebook/own-answers.ts';
import { LateAnswerTrouble, LateCompare, LatePieces, LatePreview, LateVersions } from './late-parts.ts';
import { lookAgain } from './look-again.ts';
import { usePieces } from './use-kept.ts';
import './Answer.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly question: number;
  readonly mode: AnswersMode;
}

/** What is said of it: that it is being saved is over before one could hear it. */
type Settled = Exclude<Saving, 'saving'>;

/** Who leaves now leaves a text that is nowhere else; any other page goes unasked, or no browser would keep it for the way back. */
const ASK = /^(full|blocked|failed)$/;
const ask = (event: Event) => event.preventDefault();

const setTimeoutOnce = (milliseconds: number, run: () => void) => {
  setTimeout(run, milliseconds);
};

/** The own answer, as this browser keeps it; what other tabs change comes in by itself. */
function useDraft(question: number): Draft {
  const draft = useMemo(() => new Draft(question, pageNotebook, { later: setTimeoutOnce }), []);
  useEffect(() => {
    const leave = () => void draft.leave();
    const stops = [
      pageNotebook.watch((changed) => changed === question && void draft.load()),
      pageNotebook.watchGone((why) => draft.lose(why)),
      // The map of the questions is no island, and listens to the page.
      effect(() => {
        const { value } = draft.saving;
        if (value === 'saved' || value === 'empty') dispatchEvent(new CustomEvent('answerchange'));
        if (value !== 'saving') window.onbeforeunload = ASK.test(value) && draft.text.peek() ? ask : null;
      }),
    ];
    addEventListener('pagehide', leave);
    void draft.load();
    return () => {
      removeEventListener('pagehide', leave);
      for (const stop of stops) stop();
    };
  }, []);
  return draft;
}

export default function Answer({ base, lang, question, mode }: Props) {
  const t = translator(lang);
  const draft = useDraft(question);
  const [showsPreview, setShowsPreview] = useState(false);
  const [showsVersions, setShowsVersions] = useState(false);
  const pieces = usePieces(question);
  void draft.arrivals.value; // or nothing would be drawn of what comes from elsewhere; a letter draws nothing anew
  const written = draft.text.peek();
  const said = useRef<Settled>('empty');
  // What is made of the text is made when it is saved, not at each letter: of a long answer that would take a frame.
  const settled = useRef('');
  if (draft.saving.value !== 'saving') {
    said.current = draft.saving.value;
    settled.current = written ?? '';
  }
  const saving = said.current;
  const text = settled.current;
  const words = useMemo(() => countWords(text), [text]);
  // It stays: who rewrites an answer from nothing, goes on seeing what it was compared with.
  const wasWritten = useRef(false);
  wasWritten.current ||= isWritten(text);
  const comparable = wasWritten.current;
  return (
    <section class="answer" data-answer={question} aria-label={t('answer.name')}>
      <textarea
        value={written ?? ''}
        disabled={written === undefined}
        aria-label={t('answer.label', { number: question })}
        placeholder={t('answer.placeholder')}
        onInput={({ currentTarget }) => draft.type(currentTarget.value)}
      />
      <p class="on-paper">{text}</p>
      <p class={`answer-bar is-${saving}`}>
        <span role="status">
          {/* The workbook that an outdated page would fetch the rest of may be gone. */}
          {saving === 'saved' || saving === 'empty' || saving === 'outdated' ? (
            t(`answer.${saving}`)
          ) : (
            <LateAnswerTrouble key={saving} lang={lang} why={saving} />
          )}
        </span>
        {draft.saving.value === 'saving' && <span aria-hidden="true">…</span>}
        {words > 0 && <span>{t(words === 1 ? 'answer.word' : 'answer.words', { count: words })}</span>}
      </p>
      {pieces.length > 0 && <LatePieces base={base} lang={lang} pieces={pieces} onLook={lookAgain} />}
      <details class="versions" onToggle={({ currentTarget }) => setShowsPreview(currentTarget.open)}>
        <summary>{t('answer.preview')}</summary>
        {showsPreview && <LatePreview lang={lang} text={text} />}
      </details>
      <details class="versions" onToggle={({ currentTarget }) => setShowsVersions(currentTarget.open)}>
        <summary>{t('versions.name')}</summary>
        {showsVersions && <LateVersions draft={draft} question={question} lang={lang} />}
      </details>
      {mode !== 'none' && comparable ? (
        <LateCompare base={base} lang={lang} question={question} text={text} />
      ) : (
        <p class="compare-note">{t(mode === 'none' ? 'answer.none' : 'answer.compareHint')}</p>
      )}
    </section>
  );
}
