// What became of the last order.
import { useDesk } from './desk-context.ts';

export function Told() {
  const { t, teacher } = useDesk();
  const told = teacher.told.value;
  return (
    <p class="desk-told" role="status">
      {told && (
        <span key={told.turn}>
          {'done' in told && t(`teaching.done.${told.done}`)}
          {'refused' in told && t('teaching.order.refused', { code: told.refused })}
          {'offline' in told && t('teaching.order.offline')}
        </span>
      )}
    </p>
  );
}
