// Question 3 on the screen: three switches, a bet, what three pairs of eyes hold, and what publishing changes.
import { computed } from '@preact/signals';
import { PrincipeTrial } from '../../experiments/03-principe.ts';
import { EYES } from '../../experiments/eyes.ts';
import type fr from '../../i18n/experiments/03-principe.fr.json';
import { vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { eyesInWords, HoldingsList, type SayPrincipe, TriedTable } from './EyesTables.tsx';
import { NoPeer } from './NoPeer.tsx';
import sheet from './Principe.css?url';
import { Publishing } from './Publishing.tsx';
import { Several } from './Several.tsx';
import { Switch } from './Switch.tsx';
import { TextField } from './TextField.tsx';

await styleSheet(sheet);

const words = vocabulary<keyof typeof fr>('experiments/03-principe');

const SWITCHES = ['logs', 'tls', 'ends'] as const;

interface Props {
  readonly trial: PrincipeTrial;
  readonly t: SayPrincipe;
}

function Switches({ trial, t }: Props) {
  const { bench, switches } = trial;
  const isShared = bench.places.relay.value?.kind === 'socket';
  return (
    <fieldset class="exp-switches">
      <legend>{t('switch.legend')}</legend>
      {SWITCHES.map((name) => (
        <Switch
          key={name}
          label={t(`switch.${name}`)}
          isOn={switches.value[name]}
          words={t(switches.value[name] ? 'switch.on' : 'switch.off')}
          onTurn={(isOn) => trial.turn({ [name]: isOn })}
        />
      ))}
      {switches.value.tls && <small>{t('switch.tlsNote')}</small>}
      {!switches.value.logs && isShared && <small>{t('switch.shared')}</small>}
    </fieldset>
  );
}

function Bet({ trial, t }: Props) {
  const { bench, from, predicted } = trial;
  const { sending, session } = bench.peers[from];
  const send = (event: Event) => {
    event.preventDefault();
    if (trial.isFit() && !sending.value) void trial.send();
  };
  return (
    <form class="exp-row" onSubmit={send}>
      <TextField label={t('send.text', { from })} signal={trial.text} size={42} />
      <Several
        label={t('send.bet')}
        options={EYES.map((value) => ({ value, words: t(`eye.${value}`) }))}
        values={predicted.value}
        onValues={(values) => {
          predicted.value = values;
        }}
      />
      <p>{t('send.stands', { eyes: eyesInWords(predicted.value, t) })}</p>
      <button
        type="submit"
        class="exp-act"
        disabled={!trial.isFit() || !session.value}
        aria-disabled={sending.value}
      >
        {t('send.send')}
      </button>
      <p role="status">
        {sending.value && t('send.sending')}
        {!sending.value && trial.failed.value && t('send.notSent', { from })}
      </p>
    </form>
  );
}

function Principe({ trial, t }: Props) {
  const rounds = trial.rounds.value;
  const last = rounds.at(-1);
  return (
    <>
      <Switches trial={trial} t={t} />
      <Bet trial={trial} t={t} />
      <p role="status">
        {last && t('hold.news', { eyes: eyesInWords(last.readers, t), bet: eyesInWords(last.predicted, t) })}
      </p>
      {last && <HoldingsList round={last} t={t} />}
      {last && <TriedTable rounds={rounds} t={t} />}
      {last && <Publishing trial={trial} t={t} />}
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new PrincipeTrial(bench);
  const t = words(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => (
      <>
        <NoPeer bench={bench} lang={lang} />
        <Principe trial={trial} t={t} />
      </>
    ),
    end: () => trial.end(),
  };
}
