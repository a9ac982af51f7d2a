// The events of a run, in words: what was sent, what the attacker made of it, and what the reader's screen showed.
import type { AttackName } from '#lab/attacks/matrix.ts';
import { summary } from '../chat/follow.ts';
import type { Exhibit } from '../chat/timeline.ts';
import { guessCost } from '../experiments/guess-cost.ts';
import type { KeptEvent, KeptRun } from '../notebook/matrix-runs.ts';
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

export function wordsOf(event: KeptEvent, words: MatrixWords): string {
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
    case 'supposed':
      return m('trace.supposed', { text: event.text });
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

interface EventProps extends MatrixWords {
  readonly event: KeptEvent;
  readonly run: KeptRun;
  readonly onLook: ((exhibit: Exhibit) => void) | undefined;
}

/** The message of an event, as far as it is known, for the inspector. */
function exhibitOf(event: KeptEvent, { stage }: KeptRun): Exhibit | undefined {
  if (event.event !== 'sent' && event.event !== 'delivered') return undefined;
  const { from, token } = event;
  const typed = event.event === 'sent' ? { typed: event.text } : {};
  return { message: { id: 'run', from, stage, payload: token, fate: 'relayed', receipts: [], ...typed } };
}

function Event({ event, run, onLook, ...words }: EventProps) {
  const { guessMs } = run;
  const exhibit = onLook && exhibitOf(event, run);
  return (
    <li class={`trace-${event.event}`}>
      <span dir="auto">{wordsOf(event, words)}</span>
      {'token' in event && <code dir="auto">{summary(event.token)}</code>}
      {exhibit && (
        <button type="button" onClick={() => onLook(exhibit)}>
          {words.m('trace.look')}
        </button>
      )}
      {event.event === 'logged' && <LoggedLines {...event} m={words.m} />}
      {event.event === 'guessed' && guessMs !== undefined && (
        <p>{guessWords(guessCost(event, guessMs), words)}</p>
      )}
    </li>
  );
}

/** What a run was, and what it came to. */
export function traceTitle({ attack, stage }: KeptRun, { t, m }: MatrixWords): string {
  const name = attack as AttackName; // a run is recorded under the name that it was run by
  return m('trace.title', { attack: m(`attack.${name}`), stage: t(`stage.${stage}`) });
}

interface Props extends MatrixWords {
  readonly run: KeptRun;
  /** lays the message of an event on a bench, where there is one */
  readonly onLook?: (exhibit: Exhibit) => void;
}

export function TraceEvents({ run, onLook, ...words }: Props) {
  const { m } = words;
  const { kind, word, by } = outcomeWords(run.outcome, words);
  return (
    <>
      <p>
        <Mark kind={kind} /> {by ? m('trace.outcome', { word, by }) : word} ·{' '}
        <time dateTime={new Date(run.at).toISOString()}>{new Date(run.at).toLocaleString(m.locale)}</time>
      </p>
      <ol>
        {run.trace.map((event, i) => (
          <Event key={i} event={event} run={run} onLook={onLook} {...words} />
        ))}
      </ol>
    </>
  );
}
