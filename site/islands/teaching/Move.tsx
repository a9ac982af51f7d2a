// Moves a student to another chair.
import { useState } from 'preact/hooks';
import type { Chair, RoomView } from '#server/class/wire.ts';
import { useDesk } from './desk-context.ts';

const CHAIRS: readonly Chair[] = ['gauche', 'droite', 'serveur'];

/** @param picked - the room whose students are proposed; all of them where none is picked */
export function Move({ picked }: { readonly picked: RoomView | undefined }) {
  const { t, overview, teacher } = useDesk();
  const [who, setWho] = useState('');
  const [where, setWhere] = useState('');
  const [chair, setChair] = useState<Chair>('gauche');
  const rooms = [...overview.rooms].sort((a, b) => a.number - b.number);
  const seats = (picked ? [picked] : rooms).flatMap((room) => room.seats);
  const seat = seats.find(({ id }) => id === who) ?? seats[0];
  if (!seat) return null;
  const move = (event: Event) => {
    event.preventDefault();
    teacher.lead({ do: 'move', seat: seat.id, room: where || undefined, chair });
  };
  return (
    <form class="orders-move" onSubmit={move}>
      <fieldset>
        <legend>{t('teaching.move')}</legend>
        <label>
          {t('teaching.move.who')}
          <select value={seat.id} onChange={({ currentTarget }) => setWho(currentTarget.value)}>
            {seats.map(({ id, pseudonym }) => (
              <option key={id} value={id}>
                {pseudonym}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('teaching.move.where')}
          <select value={where} onChange={({ currentTarget }) => setWhere(currentTarget.value)}>
            <option value="">{t('teaching.move.new')}</option>
            {rooms.map(({ room, number }) => (
              <option key={room} value={room}>
                {t('teaching.room', { number })}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('teaching.move.chair')}
          <select
            value={chair}
            onChange={({ currentTarget }) =>
              setChair(CHAIRS.find((known) => known === currentTarget.value) ?? 'gauche')
            }
          >
            {CHAIRS.map((name) => (
              <option key={name} value={name}>
                {t(`teaching.chair.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{t('teaching.move')}</button>
        <small>{t('teaching.move.about')}</small>
      </fieldset>
    </form>
  );
}
