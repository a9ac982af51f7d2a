// The trace of the cell that the reader has opened, and what can be done with it.
import type { AttackName } from '#lab/attacks/matrix.ts';
import type { Matrix } from '../experiments/matrix.ts';
import { Attach } from './Attach.tsx';
import { type MatrixWords, outcomeWords } from './matrix-words.ts';
import { TraceEvents, traceTitle, wordsOf } from './TraceEvents.tsx';

export function MatrixTrace({ matrix, ...words }: MatrixWords & { readonly matrix: Matrix }) {
  const { t, m } = words;
  const run = matrix.opened.value;
  if (!run) return <div aria-live="polite" />;
  const attack = run.attack as AttackName; // a run is recorded under the name that it was run by
  const title = traceTitle(run, words);
  const piece = () => {
    const lines = run.trace.map((event) => wordsOf(event, words));
    return {
      kind: 'run',
      text: [`${title} (${outcomeWords(run.outcome, words).word})`, ...lines].join('\n'),
      data: JSON.stringify(run),
    } as const; // one of the kinds that there are
  };
  // The focus goes back to the cell that was opened: this button ends.
  const close = ({ currentTarget }: { readonly currentTarget: Element }) => {
    currentTarget.closest('.matrix')?.querySelector<HTMLElement>('.cell[aria-pressed="true"]')?.focus();
    matrix.opened.value = undefined;
  };
  return (
    <section class="trace" aria-live="polite" data-trace>
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label={m('trace.close')} title={m('trace.close')} onClick={close}>
          ✕
        </button>
      </header>
      <TraceEvents run={run} {...words} />
      <p class="trace-foot">
        <Attach key={`${run.attack} ${run.stage} ${run.at}`} t={t} piece={piece} />
        <button type="button" onClick={() => void matrix.run(attack, run.stage)}>
          {m('trace.again')}
        </button>
      </p>
    </section>
  );
}
