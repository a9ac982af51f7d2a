// The log on the wall: each line as the relay wrote it, one's own words marked, and what happened between the lines.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProjectorWords } from '../../i18n/projector-words.ts';
import { findWords } from '../../projector/my-words.ts';
import type { Projector } from '../../projector/projector.ts';
import type { WallEntry, WallMark } from '../../projector/wall.ts';
import { Runs } from '../Runs.tsx';

interface EntryProps {
  readonly t: ProjectorWords;
  readonly entry: WallEntry;
  readonly words: readonly string[];
  /** whether it says whose line it is */
  readonly isMixed: boolean;
}

const figure = ({ locale }: ProjectorWords, count: number) => count.toLocaleString(locale);

function toldGap(t: ProjectorWords, count: number | undefined): string {
  if (count === undefined) return t('projector.gap.unknown');
  return t(count === 1 ? 'projector.gap.one' : 'projector.gap', { count: figure(t, count) });
}

const isOfMany = ({ everywhere, rooms }: WallMark) => everywhere || rooms.length > 1;

function toldMark(t: ProjectorWords, mark: WallMark): string {
  const { what, rooms, everywhere } = mark;
  const isStage = what !== 'frozen' && what !== 'thawed';
  const order = isStage
    ? t('projector.mark.stage', { stage: t(`stage.${what}`) })
    : t(isOfMany(mark) ? `projector.mark.${what}.many` : `projector.mark.${what}`);
  if (everywhere) return t('projector.mark.all', { order });
  return isOfMany(mark) ? t('projector.mark.rooms', { rooms: rooms.join(', '), order }) : order;
}

function Entry({ t, entry, words, isMixed }: EntryProps) {
  const number = entry.kind === 'mark' ? !isOfMany(entry) && entry.rooms[0] : entry.room;
  const room = isMixed && number && <span class="wall-room">{t('projector.room', { number })}</span>;
  if (entry.kind !== 'line')
    return (
      <li class="wall-cut">
        {room} {entry.kind === 'gap' ? toldGap(t, entry.count) : toldMark(t, entry)}
      </li>
    );
  const { level, logger, text, bytes } = entry.line;
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
      {bytes !== undefined && (
        <span class="wall-prefix">{t('projector.cut', { bytes: figure(t, bytes) })}</span>
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
