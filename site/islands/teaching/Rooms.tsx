// All rooms at a glance.
import { useRef, useState } from 'preact/hooks';
import { spelled } from '../../teaching/class-addresses.ts';
import { byNeed, heldInPlace, summaryOf } from '../../teaching/glance.ts';
import { useDesk } from './desk-context.ts';
import { RoomCard } from './RoomCard.tsx';
import { useNow } from './use-now.ts';

export function Rooms() {
  const { t, overview } = useDesk();
  const now = useNow();
  const [sort, setSort] = useState<'need' | 'number'>('need');
  const grid = useRef<HTMLUListElement>(null);
  const order = useRef<readonly string[]>([]);
  const { rooms } = overview;
  const { ended } = overview.class;
  const isInHand = grid.current?.matches(':hover, :focus-within') ?? false;
  const sorted =
    sort === 'number' || ended
      ? [...rooms].sort((a, b) => a.number - b.number)
      : isInHand
        ? heldInPlace(rooms, order.current)
        : byNeed(rooms, now);
  order.current = sorted.map(({ room }) => room);
  const { seats, present, handedIn } = summaryOf(rooms);
  return (
    <section class="rooms" aria-labelledby="rooms-title">
      <div class="rooms-bar">
        <h2 id="rooms-title">{t('teaching.rooms')}</h2>
        <p>{t(present === 1 ? 'teaching.present.one' : 'teaching.present', { count: present, seats })}</p>
        <p>{t(handedIn === 1 ? 'teaching.handedIn.one' : 'teaching.handedIn', { count: handedIn })}</p>
        {!ended && (
          <label>
            {t('teaching.sort')}
            <select
              value={sort}
              onChange={({ currentTarget }) => setSort(currentTarget.value === 'number' ? 'number' : 'need')}
            >
              <option value="need">{t('teaching.sort.need')}</option>
              <option value="number">{t('teaching.sort.number')}</option>
            </select>
          </label>
        )}
      </div>
      {rooms.length === 0 && <p>{t('teaching.empty', { code: spelled(overview.joinCode) })}</p>}
      <ul class="rooms-grid" ref={grid}>
        {sorted.map((room) => (
          <RoomCard key={room.room} room={room} now={now} />
        ))}
      </ul>
    </section>
  );
}
