// Where the reader of question 7 stands: whose the server's seat is, whether the relay holds, and who can write.
import { type MaliceTrial, TEXT } from '../../experiments/07-malice.ts';
import { seatOf } from '../../experiments/seat.ts';
import type fr from '../../i18n/experiments/07-malice.fr.json';
import type { Say } from '../../i18n/strings.ts';

interface Props {
  readonly trial: MaliceTrial;
  readonly t: Say<keyof typeof fr>;
}

/** Has gauche write, where she is in this page. */
function Send({ trial, t }: Props) {
  if (!trial.bench.peers.gauche.session.value) return <p>{t('malice.ask', { text: TEXT })}</p>;
  return (
    <button type="button" onClick={() => trial.send()}>
      {t('malice.send')}
    </button>
  );
}

export function MaliceSeat(props: Props) {
  const { trial, t } = props;
  const seat = seatOf(trial.bench);
  if (seat === 'free')
    return (
      <button type="button" class="exp-act" onClick={() => trial.sit()}>
        {t('malice.sit')}
      </button>
    );
  if (seat === 'own' && !trial.isHolding())
    return (
      <div class="exp-row">
        <p>{t('malice.passing')}</p>
        <button type="button" class="exp-act" onClick={() => trial.hold()}>
          {t('malice.hold')}
        </button>
      </div>
    );
  return (
    <>
      <p>{t(seat === 'own' ? 'malice.holding' : 'malice.refusedSeat')}</p>
      <Send {...props} />
    </>
  );
}
