// That the lesson is over, said once; and where its sheets are, as long as there are any.
import { summaryOf } from '../../teaching/glance.ts';
import { useDesk } from './desk-context.ts';

export function Over() {
  const { t, overview } = useDesk();
  return (
    <p class="desk-over" role="status">
      {overview.class.ended && (
        <>
          {t('teaching.ended')}{' '}
          {summaryOf(overview.rooms).handedIn > 0 && <span>{t('teaching.ended.kept')}</span>}
        </>
      )}
    </p>
  );
}
