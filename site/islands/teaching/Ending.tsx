// The end of a lesson: nobody comes in any more; and then everything that is kept of it can go.
import { useState } from 'preact/hooks';
import { inDays } from '../../i18n/in-days.ts';
import { summaryOf } from '../../teaching/glance.ts';
import { Confirm } from './Confirm.tsx';
import { useDesk } from './desk-context.ts';
import { Exports } from './Exports.tsx';

export function Ending() {
  const { t, overview, teacher, handIns } = useDesk();
  const [erased, setErased] = useState(false);
  const { seats, handedIn } = summaryOf(overview.rooms);
  const { name, ended, retentionDays } = overview.class;
  return (
    <section class="desk-part" id="close" aria-labelledby="close-title">
      <h2 id="close-title">{t('teaching.close')}</h2>
      {!(ended && seats === 0) && <p>{t('access.retention', { days: inDays(t, retentionDays) })}</p>}
      <p class="desk-acts">
        {!ended && (
          <Confirm
            label={t('end.do')}
            title={t('end.title')}
            text={t('end.text')}
            sure={t('end.sure')}
            onSure={() => teacher.lead({ do: 'end' })}
          />
        )}
        <Confirm
          label={t('end.erase')}
          title={t('end.erase.title', { name })}
          text={t('end.erase.text', { seats, sheets: handedIn })}
          sure={t('end.erase.sure')}
          onSure={() => void handIns.eraseLesson().then(setErased)}
        >
          <Exports />
        </Confirm>
      </p>
      <p role="status">{erased && t('end.erased')}</p>
    </section>
  );
}
