// One room at a glance: its stage and state, who sits where, what each is at, and who calls.
import type { RoomView, SeatView } from '#server/class/wire.ts';
import { calls, callsNow, silentMinutes } from '../../teaching/glance.ts';
import { ChairShape } from './ChairShape.tsx';
import { useDesk } from './desk-context.ts';

interface SeatProps {
  readonly seat: SeatView;
  readonly now: number;
}

function Seat({ seat, now }: SeatProps) {
  const { t, teacher, overview } = useDesk();
  const { ended } = overview.class;
  const { id, chair, pseudonym, present, question, stage, handedInAt } = seat;
  const minutes = ended ? 0 : silentMinutes(seat, now);
  const where = question === undefined ? t('teaching.elsewhere') : t('teaching.at', { question });
  return (
    <li class={present ? 'seat' : 'seat is-away'} data-seat={id}>
      <ChairShape chair={chair} />
      <span class="seat-who">
        <b>{pseudonym}</b> <small>{t(`teaching.chair.${chair}`)}</small>
      </span>
      <span class="seat-what">
        {!ended && callsNow(seat) && (
          <span class="seat-calls">
            <strong class="seat-help">{t('teaching.help')}</strong>{' '}
            <button
              type="button"
              aria-label={t('teaching.heed.name', { name: pseudonym })}
              onClick={({ currentTarget }) => {
                teacher.lead({ do: 'heed', seat: id });
                // It goes with the call: the focus stays in its room.
                currentTarget.closest('.room')?.querySelector('button')?.focus();
              }}
            >
              {t('teaching.heed')}
            </button>
          </span>
        )}
        {present ? (
          <span>
            {where}
            {stage && ` · ${t(`stage.${stage}`)}`}
          </span>
        ) : (
          <span>{t('teaching.away')}</span>
        )}
        {minutes > 0 && <span class="seat-silent">{t('teaching.silent', { minutes })}</span>}
        {handedInAt !== undefined && <span class="seat-sheet">{t('teaching.sheetIn')}</span>}
      </span>
    </li>
  );
}

interface Props {
  readonly room: RoomView;
  readonly now: number;
}

export function RoomCard({ room, now }: Props) {
  const { t, target, overview } = useDesk();
  const { ended } = overview.class;
  const { number, stage, frozen, maliceAllowed, operator, seats } = room;
  const isPicked = target.value === room.room;
  const isCalling = !ended && calls(room);
  const stuck = !ended && seats.some((seat) => silentMinutes(seat, now) > 0);
  return (
    <li
      class={`room ${isCalling ? 'is-calling' : ''} ${stuck ? 'is-stuck' : ''}`}
      data-room={number}
      aria-label={t('teaching.room', { number })}
    >
      <div class="room-head">
        {ended ? (
          <b>{t('teaching.room', { number })}</b>
        ) : (
          <button
            type="button"
            aria-pressed={isPicked}
            aria-label={t('teaching.room.pick', { number })}
            onClick={() => {
              target.value = isPicked ? undefined : room.room;
            }}
          >
            {t('teaching.room', { number })}
          </button>
        )}
        <span>{stage ? t(`stage.${stage}`) : t('teaching.stage.none')}</span>
        {frozen && <span class="room-flag">{t('teaching.frozen')}</span>}
        {!maliceAllowed && <span class="room-flag">{t('teaching.noMalice')}</span>}
        {operator !== 'none' && <span class="room-flag">{t(`teaching.operator.${operator}`)}</span>}
      </div>
      <ul>
        {seats.map((seat) => (
          <Seat key={seat.id} seat={seat} now={now} />
        ))}
      </ul>
    </li>
  );
}
