// Where the reader of question 7 stands: whose the server's seat is, whether the relay holds, and who can write.
import { type MaliceTrial, TEXT } from '../../experiments/07-malice.ts';
import { seatOf } from '../../experiments/seat.ts';
import type fr from '../../i18n/experiments/07-malice.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { useHeir } from '../use-heir.ts';

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

function NextAct({
  next: { word, act },
  t,
}: Pick<Props, 't'> & { readonly next: NonNullable<ReturnType<typeof nextAct>> }) {
  const button = useHeir<HTMLButtonElement>('.malice-ask');
  return (
    <button ref={button} type="button" class={word === 'malice.send' ? undefined : 'exp-act'} onClick={act}>
      {t(word)}
    </button>
  );
}

export function MaliceSeat({ trial, t }: Props) {
  const seat = seatOf(trial.bench);
  const next = nextAct(trial, seat);
  const isPassing = next?.word === 'malice.hold';
  const stands = seat === 'refused' ? 'malice.refusedSeat' : isPassing ? 'malice.passing' : 'malice.holding';
  return (
    <div class="exp-row">
      {seat !== 'free' && <p>{t(stands)}</p>}
      {!next && (
        <p class="malice-ask" tabIndex={-1}>
          {t('malice.ask', { text: TEXT })}
        </p>
      )}
      {next && <NextAct next={next} t={t} />}
    </div>
  );
}
