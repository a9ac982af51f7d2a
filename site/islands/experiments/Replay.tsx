// Question 10 on the screen: one captured token, to be changed, or to be repeated.
import { computed } from '@preact/signals';
import { ReplayTrial } from '../../experiments/10-replay.ts';
import { isDroiteElsewhere } from '../../experiments/handouts.ts';
import { seatOf } from '../../experiments/seat.ts';
import type fr from '../../i18n/experiments/10-replay.fr.json';
import { type Say, type Translate, translator, vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { Capturing } from './Capturing.tsx';
import { FieldChoice } from './FieldChoice.tsx';
import { TextField } from './TextField.tsx';

const words = vocabulary<keyof typeof fr>('experiments/10-replay');

interface Props {
  readonly trial: ReplayTrial;
  readonly t: Say<keyof typeof fr>;
  /** the sentences of the whole site */
  readonly site: Translate;
}

function Results({ trial, t }: Omit<Props, 'site'>) {
  if (isDroiteElsewhere(trial.bench)) return <p role="status">{t('replay.handed', trial.handed())}</p>;
  const { accepted, refused } = trial.forged();
  const copies = trial.copies();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('replay.tries')}</th>
          <th scope="col">{t('replay.accepted')}</th>
          <th scope="col">{t('replay.refused')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('replay.forgedRow')}</th>
          <td>{accepted}</td>
          <td>{refused}</td>
        </tr>
        <tr>
          <th scope="row">{t('replay.copyRow')}</th>
          <td>{copies.accepted}</td>
          <td>{copies.refused}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** A byte to aim at, what it is thought to stand for, and what it is to stand for. */
function Aim({ trial, t, site }: Props) {
  const isReady = trial.aimed() !== undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    trial.forge();
  };
  return (
    <form class="exp-row" onSubmit={submit}>
      <FieldChoice label={t('replay.field')} field={trial.field} fields={trial.fields()} t={site} />
      <TextField
        label={t('replay.ordinal')}
        value={String(trial.ordinal.value)}
        size={3}
        onValue={(text) => {
          trial.ordinal.value = Number(text);
        }}
      />
      <TextField label={t('replay.supposed')} signal={trial.supposed} size={4} />
      <TextField label={t('replay.wanted')} signal={trial.wanted} size={4} />
      <button type="submit" disabled={!isReady}>
        {t('replay.forge')}
      </button>
      <small>{t(isReady || trial.wanted.value === '' ? 'replay.formula' : 'replay.unfit')}</small>
    </form>
  );
}

function Replay({ trial, t, site }: Props) {
  const captured = trial.captured();
  if (!captured || seatOf(trial.bench) !== 'own')
    return (
      <Capturing bench={trial.bench} say={(word) => t(`replay.${word}`)} onBegin={() => trial.begin()} />
    );
  const { refused, accepted } = trial.forged();
  return (
    <>
      <p>{t('replay.captured', { seq: captured.seq })}</p>
      <Aim trial={trial} t={t} site={site} />
      <div class="exp-row">
        <button type="button" class="exp-act" onClick={() => trial.replay()}>
          {t(trial.bench.places.isShared() ? 'replay.replayNow' : 'replay.replay')}
        </button>
        {trial.bench.peers.gauche.session.value && (
          <button type="button" onClick={() => trial.begin()}>
            {t('replay.again')}
          </button>
        )}
      </div>
      <Results trial={trial} t={t} />
      <p class="unseen" role="status">
        {t('replay.news', { refused, forged: refused + accepted, copies: trial.copies().accepted })}
      </p>
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new ReplayTrial(bench);
  const t = words(lang);
  return {
    goals: computed(() => {
      const place = isDroiteElsewhere(bench) ? 'away.' : '';
      return trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${place}${name}`), done }));
    }),
    draw: () => <Replay trial={trial} t={t} site={translator(lang)} />,
    end: () => trial.end(),
  };
}
