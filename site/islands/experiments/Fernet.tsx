// Question 9 on the screen: ten edits of a captured token, then the race of two attackers.
import { computed } from '@preact/signals';
import { FernetTrial } from '../../experiments/09-fernet.ts';
import { isDroiteElsewhere } from '../../experiments/handouts.ts';
import { seatOf } from '../../experiments/seat.ts';
import type fr from '../../i18n/experiments/09-fernet.fr.json';
import { type Say, type Translate, translator, vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { Capturing } from './Capturing.tsx';
import { EditTally } from './EditTally.tsx';
import sheet from './Fernet.css?url';
import { FieldChoice } from './FieldChoice.tsx';
import { RaceTable } from './RaceTable.tsx';
import { TextField } from './TextField.tsx';

await styleSheet(sheet);

const words = vocabulary<keyof typeof fr>('experiments/09-fernet');

interface Props {
  readonly trial: FernetTrial;
  readonly t: Say<keyof typeof fr>;
  /** the sentences of the whole site */
  readonly site: Translate;
}

function Edits({ trial, t, site }: Props) {
  const captured = trial.captured();
  if (!captured || seatOf(trial.bench) !== 'own')
    return (
      <Capturing bench={trial.bench} say={(word) => t(`fernet.${word}`)} onBegin={() => trial.begin()} />
    );
  return (
    <>
      <p>{t('fernet.captured', { seq: captured.seq })}</p>
      <div class="exp-row">
        <FieldChoice label={t('fernet.field')} field={trial.field} fields={trial.fields()} t={site} />
        <TextField
          label={t('fernet.ordinal', { last: trial.size() })}
          value={String(trial.ordinal.value)}
          size={3}
          onValue={(text) => {
            trial.ordinal.value = Number(text);
          }}
        />
        <button type="button" class="exp-act" disabled={!trial.canEdit()} onClick={() => trial.edit()}>
          {t('fernet.edit')}
        </button>
      </div>
      <EditTally trial={trial} t={t} />
    </>
  );
}

function Race({ trial, t }: Omit<Props, 'site'>) {
  const race = trial.race.value;
  const ratio = trial.ratio();
  const isRunning = race?.fast.state.value === 'running' || race?.slow.state.value === 'running';
  return (
    <>
      <h3>{t('race.title')}</h3>
      <p>{t('race.note')}</p>
      <div class="exp-row">
        <TextField label={t('race.password')} signal={trial.password} size={18} />
        {isRunning ? (
          <button type="button" onClick={() => trial.stop()}>
            {t('race.stop')}
          </button>
        ) : (
          <button
            type="button"
            class="exp-act"
            aria-disabled={trial.preparing.value}
            onClick={() => trial.preparing.value || void trial.start()}
          >
            {t(trial.preparing.value ? 'race.preparing' : 'race.start')}
          </button>
        )}
      </div>
      {race && (
        <RaceTable
          runs={[
            { key: 'sha256', run: race.fast },
            { key: 'pbkdf2', run: race.slow },
          ]}
          t={t}
        />
      )}
      <p role="status">
        {race && ratio === undefined && t(isRunning ? 'race.measuring' : 'race.tooLittle')}
        {ratio !== undefined &&
          t('race.ratio', { ratio: Number(ratio.toPrecision(2)).toLocaleString(t.locale) })}
      </p>
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new FernetTrial(bench);
  const t = words(lang);
  const site = translator(lang);
  return {
    goals: computed(() => {
      const place = isDroiteElsewhere(bench) ? 'away.' : '';
      return trial.goals.value.map(({ name, done }) => ({
        text: t(name === 'edits' ? `goal.${place}edits` : 'goal.race'),
        done,
      }));
    }),
    draw: () => (
      <>
        <Edits trial={trial} t={t} site={site} />
        <Race trial={trial} t={t} />
      </>
    ),
    end: () => trial.end(),
  };
}
