// The false beliefs that an answer may show: a question to its author each, never a verdict.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FoundBelief } from '#server/sheets/beliefs.ts';
import { ownLanguageFinder } from '#server/sheets/own-language.ts';
import type { NotebookTranslate } from '../i18n/notebook-words.ts';
import type { ModelBelief } from '../notebook/model-answer.ts';
import { Refutation, RefutationText } from './Refutation.tsx';
import { useMark } from './use-kept.ts';

/** While one goes on writing, nothing is said: only when the words have stood for a while. */
const STILL_MS = 600;

interface CommonProps {
  readonly beliefs: readonly ModelBelief[];
  readonly base: string;
  readonly question: number;
  readonly t: NotebookTranslate;
}

interface Props extends CommonProps {
  /** the own answer */
  readonly text: string;
}

/** @returns what was found, and the text that it was found in */
function useFound(
  beliefs: readonly ModelBelief[],
  text: string,
  t: NotebookTranslate,
): { readonly found: readonly FoundBelief[]; readonly still: string } {
  const find = useMemo(() => ownLanguageFinder(t.lang, beliefs), [beliefs]);
  const [still, setStill] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), STILL_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useMemo(() => find(still), [find, still]);
  return { found, still };
}

export function Refutations({ beliefs, base, question, text, t }: Props) {
  const { found, still } = useFound(beliefs, text, t);
  const denied = useMark('compared', question)?.denied ?? [];
  return (
    <div class="refutations">
      <p role="status" class={found.length === 0 ? 'refutations-none' : 'refutations-some'}>
        {found.length === 0 && t('beliefs.none')}
        {found.length === 1 && t('beliefs.foundOne')}
        {found.length > 1 && t('beliefs.found', { count: found.length })}
      </p>
      {found.map(({ id, start, end }) => {
        const belief = beliefs.find((one) => one.id === id);
        if (!belief) return null;
        return (
          <Refutation
            key={id}
            belief={belief}
            wrote={still.slice(start, end)}
            isDenied={denied.includes(id)}
            base={base}
            question={question}
            t={t}
          />
        );
      })}
    </div>
  );
}

/** All of them, for whoever asks. */
export function CommonBeliefs({ beliefs, base, question, t }: CommonProps) {
  return (
    <details class="common-beliefs">
      <summary>{t('beliefs.all')}</summary>
      {beliefs.map((belief) => (
        <section key={belief.id} class="refutation">
          <h4>{belief.belief}</h4>
          <RefutationText belief={belief} base={base} question={question} t={t} />
        </section>
      ))}
    </details>
  );
}
