// Where the reader of question 7 stands: whose the server's seat is, whether the relay holds, and who can write.
import { type MaliceTrial, TEXT } from '../../experiments/07-malice.ts';
import { seatOf } from '../../experiments/seat.ts';
import type fr from '../../i18n/experiments/07-malice.fr.json';
import type { Say } from '../../i18n/strings.ts';

interface Props {
  readonly trial: MaliceTrial;
  readonly t: Say<keyof typeof fr>;
}

/** What there is to do now: one button for all of it, which keeps the focus. */
function nextAct(trial: MaliceTrial, seat: ReturnType<typeof seatOf>) {
  if (seat === 'free') return { word: 'malice.sit', act: () => trial.sit() } as const;
  if (seat === 'own' && !trial.isHolding()) return { word: 'malice.hold', act: () => trial.hold() } as const;
  const isGaucheHere = trial.bench.peers.gauche.session.value !== undefined;
  return isGaucheHere ? ({ word: 'malice.send', act: () => trial.send() } as const) : undefined;
}

export function MaliceSeat({ trial, t }: Props) {
  const seat = seatOf(trial.bench);
  const next = nextAct(trial, seat);
  const isPassing = next?.word === 'malice.hold';
  const stands = seat === 'refused' ? 'malice.refusedSeat' : isPassing ? 'malice.passing' : 'malice.holding';
  return (
    <div class="exp-row">
      {seat !== 'free' && <p>{t(stands)}</p>}
      {!next && <p>{t('malice.ask', { text: TEXT })}</p>}
      {next && (
        <button
          key="act"
          type="button"
          class={next.word === 'malice.send' ? undefined : 'exp-act'}
          onClick={next.act}
        >
          {t(next.word)}
        </button>
      )}
    </div>
  );
}
