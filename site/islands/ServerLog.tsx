// The server's log, as a terminal: each line as the relay wrote it.
import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LogLine } from '#server/protocol.ts';
import { type ServerLog as Log, type LogEntry, numberOf, partsOf } from '../chat/server-log.ts';
import type { Message } from '../chat/timeline.ts';
import { useBench } from './bench-context.ts';
import { useFollowing } from './follow-message.ts';
import { RelayNote } from './RelayNote.tsx';
import { Runs } from './Runs.tsx';

function Line({ line }: { readonly line: LogLine }) {
  const { reading } = useBench();
  const message = reading.messageAt(line.message);
  const delivery = message?.receipts.findLastIndex(({ seq }) => seq === line.message) ?? -1;
  const { pressed, traceClass, follow } = useFollowing(message, delivery);
  const text = (
    <>
      <span class={`prefix level-${line.level.toLowerCase()}`}>{`${line.level}:${line.logger}:`}</span>
      <span class="entry">
        {partsOf(line, message).map(({ text, protection }) =>
          protection ? <b class={`payload payload-${protection}`}>{text}</b> : text,
        )}
      </span>
    </>
  );
  if (!message) return <li class="line">{text}</li>;
  return (
    <li class={`line ${traceClass}`} data-message={message.id}>
      <button type="button" aria-pressed={pressed} onClick={follow}>
        {text}
      </button>
    </li>
  );
}

function Entry({ entry }: { readonly entry: LogEntry }) {
  const { t } = useBench();
  if (entry.kind === 'line') return <Line line={entry.line} />;
  if (entry.kind === 'stage')
    return <li class="cut">{t('log.stage', { stage: t(`stage.${entry.stage}`) })}</li>;
  return (
    <li class="cut">
      {entry.count === undefined
        ? t('log.gapUnknown')
        : t(entry.count === 1 ? 'log.gapOne' : 'log.gap', { count: entry.count })}
    </li>
  );
}

/** What draws an entry, by its place: to ask each of a thousand lines what it is would take longer than a frame. */
function drawnAt(place: number, runs: Iterable<Element>): Element | undefined {
  let left = place;
  for (const run of runs) {
    if (left < run.childElementCount) return run.children[left];
    left -= run.childElementCount;
  }
  return undefined;
}

/** Keeps the end of the log in sight, unless the reader has scrolled up to read; a line that is followed comes first. */
function useLogScroll(entries: Log, followed: Message | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const scrolledTo = useRef(0);
  const scroll = (to: (log: HTMLDivElement) => number) => {
    const { current } = list;
    if (!current) return;
    current.scrollTop = to(current);
    scrolledTo.current = current.scrollTop;
  };
  useLayoutEffect(() => {
    if (atEnd.current) scroll((log) => log.scrollHeight);
  }, [entries.at(-1)]);
  useLayoutEffect(() => {
    const isIts = (entry: LogEntry) => entry.kind === 'line' && entry.line.message === followed?.seq;
    const place = followed?.seq === undefined ? -1 : entries.findIndex(isIts);
    const line = place < 0 ? undefined : drawnAt(place, list.current?.children ?? []);
    if (line)
      scroll((log) => log.scrollTop + line.getBoundingClientRect().top - log.getBoundingClientRect().top);
    else if (atEnd.current) scroll((log) => log.scrollHeight);
  }, [followed?.id]);
  const onScroll = () => {
    const { current } = list;
    if (!current || Math.abs(current.scrollTop - scrolledTo.current) < 1) return; // not the reader's doing
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 24;
  };
  return { list, onScroll };
}

export function ServerLog() {
  const { bench, reading, t } = useBench();
  const entries = bench.log.value;
  const followed = useComputed(() => reading.message.value?.id).value;
  const { list, onScroll } = useLogScroll(entries, reading.message.peek());
  return (
    <section
      class={`server-log ${followed === undefined ? '' : 'is-folded'}`}
      data-log
      aria-label={t('log.name')}
    >
      <header>
        <h3>{t('log.name')}</h3>
        <RelayNote />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: these are lines, no fields of a form */}
      <div ref={list} class="lines" role="group" tabIndex={0} aria-label={t('log.name')} onScroll={onScroll}>
        <Runs entries={entries} nameOf={numberOf} draw={(entry, key) => <Entry key={key} entry={entry} />} />
      </div>
    </section>
  );
}
