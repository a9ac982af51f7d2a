// The server's log, as a terminal: each line as the relay wrote it.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LogLine } from '#server/protocol.ts';
import { type LogEntry, partsOf } from '../chat/server-log.ts';
import { useBench } from './bench-context.ts';
import { useFollowing } from './follow-message.ts';
import { RelayNote } from './RelayNote.tsx';

function Line({ line }: { readonly line: LogLine }) {
  const { bench } = useBench();
  const timeline = bench.timeline.value;
  const message = bench.messageAt(line.message);
  const { followed, follow } = useFollowing(message);
  const text = (
    <>
      <span class={`prefix level-${line.level.toLowerCase()}`}>{`${line.level}:${line.logger}:`}</span>
      <span class="entry">
        {partsOf(line, timeline).map(({ text, protection }) =>
          protection ? <b class={`payload payload-${protection}`}>{text}</b> : text,
        )}
      </span>
    </>
  );
  if (!message) return <li class="line">{text}</li>;
  return (
    <li class={`line ${followed ? 'is-followed' : ''}`}>
      <button type="button" aria-pressed={followed} onClick={follow}>
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

/** Keeps the end of the log in sight, unless the reader has scrolled up to read; a line that is followed comes first. */
function useLogScroll(length: number, followed: string | undefined) {
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const scrolledTo = useRef(0);
  const scroll = (to: (log: HTMLOListElement) => number) => {
    const { current } = list;
    if (!current) return;
    current.scrollTop = to(current);
    scrolledTo.current = current.scrollTop;
  };
  useLayoutEffect(() => {
    if (atEnd.current) scroll((log) => log.scrollHeight);
  }, [length]);
  useLayoutEffect(() => {
    const line = list.current?.querySelector('.is-followed');
    if (line)
      scroll((log) => log.scrollTop + line.getBoundingClientRect().top - log.getBoundingClientRect().top);
    else if (atEnd.current) scroll((log) => log.scrollHeight);
  }, [followed]);
  const onScroll = () => {
    const { current } = list;
    if (!current || Math.abs(current.scrollTop - scrolledTo.current) < 1) return; // not the reader's doing
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 24;
  };
  return { list, onScroll };
}

export function ServerLog() {
  const { bench, t } = useBench();
  const entries = bench.log.value;
  const followed = bench.followed()?.id;
  const { list, onScroll } = useLogScroll(entries.length, followed);
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
      <ol ref={list} tabIndex={0} aria-label={t('log.name')} onScroll={onScroll}>
        {entries.map((entry, i) => (
          <Entry key={entry.kind === 'line' ? entry.line.seq : `mark ${i}`} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
