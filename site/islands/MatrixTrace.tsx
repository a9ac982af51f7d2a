// The trace of a run: what was sent, what the attacker made of it, and what the reader's screen showed.
import type { AttackName } from '#lab/attacks/matrix.ts';
import { summary } from '../chat/follow.ts';
import { guessCost } from '../experiments/guess-cost.ts';
import type { Matrix } from '../experiments/matrix.ts';
import type { KeptEvent } from '../notebook/matrix-runs.ts';
import { Attach } from './Attach.tsx';
import { LoggedLines } from './LoggedLines.tsx';
import { Mark } from './Mark.tsx';
import { guessWords, type MatrixWords, outcomeWords } from './matrix-words.ts';

function deliveredWords(event: Extract<KeptEvent, { event: 'delivered' }>, { t, m }: MatrixWords): string {
  const { to, from, after, text, failed } = event;
  const way = m(after > 0 ? 'trace.deliveredAfter' : 'trace.delivered', { to, from, after });
  if (failed) return m('trace.then', { way, what: m('trace.failed', { to, check: t(`check.${failed}`) }) });
  return m('trace.then', {
    way,
    what: text === undefined ? m('trace.noText') : m('trace.shown', { to, text }),
  });
}

function wordsOf(event: KeptEvent, words: MatrixWords): string {
  const { m } = words;
  switch (event.event) {
    case 'sent':
      return m('trace.sent', { from: event.from, text: event.text });
    case 'forged':
      return m('trace.forged');
    case 'delivered':
      return deliveredWords(event, words);
    case 'found':
      return m('trace.found', { text: event.text });
    case 'tried':
      return m('trace.tried', { count: event.count });
    case 'guessed':
      return m(event.words.length < event.rank ? 'trace.guessed.stopped' : 'trace.guessed', {
        words: event.words.join(', '),
      });
    case 'logged':
      return m('trace.logged');
    case 'lacks':
      return m(`trace.lacks.${event.what}`);
  }
}

function Event({
  event,
  guessMs,
  ...words
}: MatrixWords & { readonly event: KeptEvent; readonly guessMs: number | undefined }) {
  return (
    <li class={`trace-${event.event}`}>
      <span dir="auto">{wordsOf(event, words)}</span>
      {'token' in event && <code dir="auto">{summary(event.token)}</code>}
      {event.event === 'logged' && <LoggedLines {...event} m={words.m} />}
      {event.event === 'guessed' && guessMs !== undefined && (
        <p>{guessWords(guessCost(event, guessMs), words)}</p>
      )}
    </li>
  );
}

export function MatrixTrace({ matrix, ...words }: MatrixWords & { readonly matrix: Matrix }) {
  const { t, m } = words;
  const run = matrix.opened.value;
  if (!run) return <div aria-live="polite" />;
  const attack = run.attack as AttackName; // a run is recorded under the name that it was run by
  const { kind, word, by } = outcomeWords(run.outcome, words);
  const title = m('trace.title', { attack: m(`attack.${attack}`), stage: t(`stage.${run.stage}`) });
  const piece = () => {
    const lines = run.trace.map((event) => wordsOf(event, words));
    return {
      kind: 'run',
      text: [`${title} (${word})`, ...lines].join('\n'),
      data: JSON.stringify(run),
    } as const; // one of the kinds that there are
  };
  return (
    <section class="trace" aria-live="polite" data-trace>
      <header>
        <h2>{title}</h2>
        <p>
          <Mark kind={kind} /> {by ? m('trace.outcome', { word, by }) : word} ·{' '}
          <time dateTime={new Date(run.at).toISOString()}>{new Date(run.at).toLocaleString(m.locale)}</time>
        </p>
      </header>
      <ol>
        {run.trace.map((event, i) => (
          <Event key={i} event={event} guessMs={run.guessMs} {...words} />
        ))}
      </ol>
      <p class="trace-foot">
        <Attach key={`${run.attack} ${run.stage} ${run.at}`} t={t} piece={piece} />
        <button type="button" onClick={() => void matrix.run(attack, run.stage)}>
          {m('trace.again')}
        </button>
        <button
          type="button"
          onClick={() => {
            matrix.opened.value = undefined;
          }}
        >
          {m('trace.close')}
        </button>
      </p>
    </section>
  );
}
