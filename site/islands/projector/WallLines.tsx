// The log on the wall: each line as the relay wrote it, one's own words marked, and what happened between the lines.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProjectorWords } from '../../i18n/projector-words.ts';
import { findWords } from '../../projector/my-words.ts';
import type { Projector } from '../../projector/projector.ts';
import type { WallEntry } from '../../projector/wall.ts';
import { Runs } from '../Runs.tsx';

interface EntryProps {
  readonly t: ProjectorWords;
  readonly entry: WallEntry;
  readonly words: readonly string[];
  /** whether it says whose line it is */
  readonly isMixed: boolean;
}

function told(t: ProjectorWords, entry: Exclude<WallEntry, { kind: 'line' }>): string {
  if (entry.kind === 'gap') {
    if (entry.count === undefined) return t('projector.gap.unknown');
    return t(entry.count === 1 ? 'projector.gap.one' : 'projector.gap', { count: entry.count });
  }
  if (entry.what === 'frozen' || entry.what === 'thawed') return t(`projector.mark.${entry.what}`);
  return t('projector.mark.stage', { stage: t(`stage.${entry.what}`) });
}

function Entry({ t, entry, words, isMixed }: EntryProps) {
  const room = isMixed && <span class="wall-room">{t('projector.room', { number: entry.room })}</span>;
  if (entry.kind !== 'line')
    return (
      <li class="wall-cut">
        {room} {told(t, entry)}
      </li>
    );
  const { level, logger, text } = entry.line;
  return (
    <li class="wall-line">
      {room}
      <span class="wall-prefix">{`${level}:${logger}:`}</span>
      {findWords(text, words).map(({ text: part, word }, i) =>
        word === undefined ? (
          part
        ) : (
          <mark key={`${i} ${part}`} class={`word-${word}`}>
            {part}
          </mark>
        ),
      )}
    </li>
  );
}

interface Props {
  readonly t: ProjectorWords;
  readonly projector: Projector;
  readonly words: readonly string[];
  readonly clips: boolean;
}

const nameOf = ({ number }: WallEntry) => number;

export function WallLines({ t, projector, words, clips }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const scrolledTo = useRef(0);
  const entries = projector.entries.value;
  const shown = projector.shown.value;
  const isFollowing = projector.behind.value === undefined;
  useLayoutEffect(() => {
    const { current } = list;
    if (!current || !isFollowing) return;
    current.scrollTop = current.scrollHeight;
    scrolledTo.current = current.scrollTop;
  });
  const onScroll = () => {
    const { current } = list;
    // Up is the reader's doing: a log that follows only ever goes down.
    if (current && isFollowing && current.scrollTop < scrolledTo.current - 2) projector.hold();
    else if (current) scrolledTo.current = current.scrollTop;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are lines, no fields of a form
    <div
      ref={list}
      class={clips ? 'wall-lines is-clipped' : 'wall-lines'}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('projector.log')}
      data-wall
      onScroll={onScroll}
    >
      {entries.length === 0 && <p class="wall-empty">{t('projector.empty')}</p>}
      <Runs
        key={`${shown} ${words.join(' ')}`}
        entries={entries}
        nameOf={nameOf}
        draw={(entry, key) => <Entry key={key} t={t} entry={entry} words={words} isMixed={shown === 'all'} />}
      />
    </div>
  );
}
