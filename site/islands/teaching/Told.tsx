// What became of the last order.
import type { Order } from '#server/class/wire.ts';
import { useDesk } from './desk-context.ts';

/** Which sentence says that an order was carried out. */
function doneBy(order: Order) {
  switch (order.do) {
    case 'freeze':
      return order.frozen ? 'freeze' : 'thaw';
    case 'malice':
      return order.allowed ? 'malice' : 'no-malice';
    case 'note':
      return order.text === '' ? 'no-note' : 'note';
    case 'keep-notebooks':
      return order.kept ? 'keep-notebooks' : 'no-notebooks';
    case 'door':
      return order.open ? 'door' : 'no-door';
    default:
      return order.do;
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
          {'done' in told && t(`teaching.done.${doneBy(told.done)}`)}
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
