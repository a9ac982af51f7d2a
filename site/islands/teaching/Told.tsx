// What became of the last order, and in which room, where it was for one.
import type { Order } from '#server/class/wire.ts';
import { useDesk } from './desk-context.ts';

type RoomOrder = Extract<Order, { do: 'stage' | 'freeze' | 'malice' | 'note' }>;

/** Which sentence says that an order for rooms was carried out. */
function doneInRooms(order: RoomOrder) {
  switch (order.do) {
    case 'freeze':
      return order.frozen ? 'freeze' : 'thaw';
    case 'malice':
      return order.allowed ? 'malice' : 'no-malice';
    case 'note':
      return order.text === '' ? 'no-note' : 'note';
    default:
      return order.do;
  }
}

function DoneBy({ order }: { readonly order: Order }) {
  const { t, overview } = useDesk();
  if (overview.class.ended) return null;
  switch (order.do) {
    case 'stage':
    case 'freeze':
    case 'malice':
    case 'note': {
      const done = doneInRooms(order);
      const number = overview.rooms.find(({ room }) => room === order.room)?.number;
      return (
        <>{number === undefined ? t(`teaching.done.${done}`) : t(`teaching.done.${done}.room`, { number })}</>
      );
    }
    case 'keep-notebooks':
      return <>{t(`teaching.done.${order.kept ? 'keep-notebooks' : 'no-notebooks'}`)}</>;
    case 'door':
      return <>{t(`teaching.done.${order.open ? 'door' : 'no-door'}`)}</>;
    case 'end':
      return null; // Over.tsx says so
    default:
      return <>{t(`teaching.done.${order.do}`)}</>;
  }
}

/** What a teacher's order can meet; of anything else its code is all that there is to say. */
const EXPECTED = ['NO_SUCH_SEAT', 'NO_VOTE', 'LESSON_ENDED', 'STORE_FAILED'] as const;

export function Told() {
  const { t, teacher } = useDesk();
  const told = teacher.told.value;
  const expected = told && 'refused' in told && EXPECTED.find((code) => code === told.refused);
  return (
    <p class="desk-told" role="status">
      {told && (
        <span key={told.turn}>
          {'done' in told && <DoneBy order={told.done} />}
          {'refused' in told &&
            (expected
              ? t(`teaching.refused.${expected}`)
              : t('teaching.order.refused', { code: told.refused }))}
          {'offline' in told && t('teaching.order.offline')}
        </span>
      )}
    </p>
  );
}
