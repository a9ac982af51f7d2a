// What a teacher must not miss, wherever the page is scrolled to: who calls, what became of the last order, and that all is over.
import { useEffect, useRef } from 'preact/hooks';
import { summaryOf } from '../../teaching/glance.ts';
import { useDesk } from './desk-context.ts';
import { Over } from './Over.tsx';
import { Told } from './Told.tsx';

/** The tab says how many rooms call, for whoever looks at another one. */
function useTitle(calling: number): void {
  const plain = useRef(document.title);
  useEffect(() => {
    document.title = calling === 0 ? plain.current : `(${calling}) ${plain.current}`;
  }, [calling]);
}

export function News() {
  const { t, overview } = useDesk();
  const calling = overview.class.ended ? [] : summaryOf(overview.rooms).calling;
  const rooms = calling.join(', ');
  useTitle(calling.length);
  return (
    <div class="desk-news">
      <p class="desk-calls" role="status">
        {calling.length > 0 &&
          t(calling.length === 1 ? 'teaching.calling.one' : 'teaching.calling', { rooms })}
      </p>
      <Over />
      <Told />
    </div>
  );
}
