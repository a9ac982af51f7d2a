// Erases the seats of those who are away and have left nothing here: names that nobody came for, perhaps.
import { idleSeats } from '../../teaching/glance.ts';
import { Confirm } from './Confirm.tsx';
import { useDesk } from './desk-context.ts';
import { useNow } from './use-now.ts';

export function EraseAbsent() {
  const { t, overview, teacher } = useDesk();
  const count = idleSeats(overview.rooms, useNow());
  if (count === 0 || overview.class.ended) return null;
  return (
    <p class="desk-acts">
      <Confirm
        label={t('absent.do', { count })}
        title={t('absent.title', { count })}
        text={t('absent.text')}
        sure={t('absent.sure')}
        onSure={() => teacher.lead({ do: 'erase-absent' })}
      />
    </p>
  );
}
