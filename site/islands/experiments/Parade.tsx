// Question 11 on the screen: the blocks to choose from, the battery, and the cage for the idea of escaping.
import { computed } from '@preact/signals';
import { type Blocks, trialNames } from '#lab/attacks/anti-replay.ts';
import { ParadeTrial } from '../../experiments/11-parade.ts';
import { cageWords } from '../../i18n/cage-words.ts';
import type fr from '../../i18n/experiments/11-parade.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';
import { Cage } from '../Cage.tsx';
import { Mark } from '../Mark.tsx';
import type { Running, Setting } from '../running-experiment.ts';
import { Choice } from './Choice.tsx';

const words = vocabulary<keyof typeof fr>('experiments/11-parade');

interface Props {
  readonly trial: ParadeTrial;
  readonly t: Say<keyof typeof fr>;
}

/** The blocks that are chosen among several, and what there is to choose. */
const CHOICES: { readonly [Name in 'mark' | 'place' | 'checker' | 'memory']: readonly Blocks[Name][] } = {
  mark: ['none', 'counter', 'nonce', 'date'],
  place: ['outside', 'inside'],
  checker: ['server', 'receiver'],
  memory: ['nothing', 'highest', 'all'],
};

/** The blocks that are there or not. */
const SWITCHES = ['name', 'kept'] as const;

function BlockChoices({ trial, t }: Props) {
  const blocks = trial.blocks.value;
  const choice = <Name extends keyof typeof CHOICES>(name: Name) => {
    const values: readonly Blocks[Name][] = CHOICES[name];
    return (
      <Choice
        key={name}
        label={t(`blocks.${name}`)}
        // The vocabulary has a word for each value of each block; the type checker cannot join the two names.
        options={values.map((value) => ({ value, words: t(`blocks.${name}.${value}` as keyof typeof fr) }))}
        value={blocks[name]}
        onValue={(value) => trial.choose({ [name]: value })}
      />
    );
  };
  const toggle = (name: (typeof SWITCHES)[number]) => (
    <Choice
      key={name}
      label={t(`blocks.${name}`)}
      options={(['no', 'yes'] as const).map((value) => ({ value, words: t(`blocks.${name}.${value}`) }))}
      value={blocks[name] ? 'yes' : 'no'}
      onValue={(value) => trial.choose({ [name]: value === 'yes' })}
    />
  );
  return (
    <>
      {choice('mark')}
      {choice('place')}
      {toggle('name')}
      {choice('checker')}
      {choice('memory')}
      {toggle('kept')}
    </>
  );
}

function Battery({ trial, t }: Props) {
  const report = trial.report.value;
  return (
    <>
      <p>{t('battery.note')}</p>
      <button type="button" class="exp-act" onClick={() => trial.run()}>
        {t('battery.run')}
      </button>
      {report && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('battery.name')}</th>
              <th scope="col">{t('battery.result')}</th>
            </tr>
          </thead>
          <tbody>
            {trialNames.map((name) => (
              <tr key={name} data-trial={name} data-held={report[name]}>
                <th scope="row">{t(`battery.${name}`)}</th>
                <td>
                  <Mark kind={report[name] ? 'sealed' : 'tampered'} />{' '}
                  {t(report[name] ? 'battery.holds' : 'battery.falls')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status">{report && t('battery.news', { held: trial.holding(), all: trialNames.length })}</p>
    </>
  );
}

export function begin({ lang, base }: Setting): Running {
  const trial = new ParadeTrial();
  const t = words(lang);
  const site = cageWords(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => (
      <>
        <BlockChoices trial={trial} t={t} />
        <Battery trial={trial} t={t} />
        <h3>{t('escape.title')}</h3>
        <p>{t('escape.note')}</p>
        <Cage base={base} t={site} onOutcome={(outcome) => trial.note(outcome)} />
      </>
    ),
    end: () => {},
  };
}
