// Question 7 on the screen: the ciphertext in the server's hands, a guess, and a wish.
import { computed } from '@preact/signals';
import { toHex } from '#lab/bytes.ts';
import { MaliceTrial } from '../../experiments/07-malice.ts';
import type fr from '../../i18n/experiments/07-malice.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { ByteRow } from './ByteRow.tsx';
import { Outcome } from './Outcome.tsx';
import { TextField } from './TextField.tsx';

const words = vocabulary<keyof typeof fr>('experiments/07-malice');

interface Props {
  readonly trial: MaliceTrial;
  readonly t: Say<keyof typeof fr>;
}

function Cipher({ trial, t }: Props) {
  const bytes = trial.bytes();
  if (!bytes) return null;
  const { before, after } = bytes;
  const hex = (row: Uint8Array, i: number) => toHex(row.subarray(i, i + 1));
  return (
    <ByteRow
      label={t('malice.bytes')}
      bytes={after}
      isMarked={(i) => after[i] !== before[i]}
      describe={(i) =>
        after[i] === before[i]
          ? t('malice.byte', { ordinal: i + 1, hex: hex(after, i) })
          : t('malice.changed', { ordinal: i + 1, hex: hex(after, i), before: hex(before, i) })
      }
    />
  );
}

function Guess({ trial, t }: Props) {
  const submit = (event: Event) => {
    event.preventDefault();
    trial.handOutForged();
  };
  return (
    <form class="exp-row" onSubmit={submit}>
      <TextField
        label={t('malice.ordinal')}
        value={String(trial.ordinal.value)}
        size={3}
        onValue={(text) => {
          trial.ordinal.value = Number(text) || 0;
        }}
      />
      <TextField label={t('malice.supposed')} signal={trial.supposed} size={7} />
      <TextField label={t('malice.wanted')} signal={trial.wanted} size={7} />
      <button type="submit" class="exp-act" disabled={!trial.isForged()}>
        {t('malice.handOut')}
      </button>
      <small>{t(trial.wanted.value === '' || trial.isForged() ? 'malice.formula' : 'malice.lengths')}</small>
    </form>
  );
}

function Malice({ trial, t }: Props) {
  const target = trial.target();
  if (!trial.bench.chair.operator.value)
    return (
      <button type="button" class="exp-act" onClick={() => trial.sit()}>
        {t('malice.sit')}
      </button>
    );
  const held = trial.isProposed() ? 'malice.held' : 'malice.heldOther';
  const most = (trial.bytes()?.before.length ?? 0) - 1;
  return (
    <>
      <p>{target ? t(held, { seq: target.seq }) : t('malice.waiting')}</p>
      <Cipher trial={trial} t={t} />
      {target && <Guess trial={trial} t={t} />}
      <Outcome trial={trial} t={t} />
      {target && (
        <div class="exp-row">
          <p>{t('malice.another')}</p>
          <button type="button" onClick={() => trial.relabel('mallory')}>
            {t('malice.relabel')}
          </button>
        </div>
      )}
      {target && (
        <details>
          <summary>{t('malice.whole')}</summary>
          <p>{t('malice.wholeNote', { most })}</p>
          <div class="exp-row">
            <TextField label={t('malice.known')} signal={trial.known} size={15} />
            <TextField label={t('malice.replacement')} signal={trial.replacement} size={15} />
            <button type="button" disabled={!trial.fits()} onClick={() => trial.handOutReplaced()}>
              {t('malice.replace')}
            </button>
          </div>
        </details>
      )}
      <button type="button" onClick={() => trial.send()}>
        {t('malice.send')}
      </button>
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new MaliceTrial(bench);
  const t = words(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Malice trial={trial} t={t} />,
    end: () => trial.end(),
  };
}
