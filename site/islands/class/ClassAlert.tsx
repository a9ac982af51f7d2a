// What a class waits for, at the foot of the window while the strip that says it is out of sight, as on a phone it mostly is.
import { useEffect, useState } from 'preact/hooks';
import type { ClassHere } from './class-here.ts';

interface Props {
  readonly here: ClassHere;
  readonly strip: HTMLElement;
}

function useInSight(element: Element): boolean {
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return inSight;
}

/** What there is to do or to know, the most pressing first. */
function newsOf({ own, c }: ClassHere): string | undefined {
  const state = own.state.value;
  const room = own.room.value;
  if (!state || !room || state.ended) return undefined;
  if (room.frozen) return c('class.frozen');
  const { vote } = state;
  const now = (vote?.rounds.length ?? 0) - 1;
  const isOpen = vote?.rounds[now] !== undefined && vote.rounds[now].tally === undefined;
  if (vote && isOpen && (vote.mine?.[now] ?? undefined) === undefined)
    return c('vote.name', { number: vote.question });
  const { note } = room;
  return note && note.at !== own.noteRead.value ? `${c('class.note')} ${note.text}` : undefined;
}

export function ClassAlert({ here, strip }: Props) {
  const inSight = useInSight(strip);
  const news = newsOf(here);
  if (inSight || news === undefined) return null;
  const look = () => {
    strip.scrollIntoView({ block: 'center' });
    strip.focus({ preventScroll: true });
  };
  return (
    <aside class="class-alert" data-class-alert aria-label={here.c('class.name')}>
      <p>{news}</p>
      <button type="button" onClick={look}>
        {here.c('class.look')}
      </button>
    </aside>
  );
}
