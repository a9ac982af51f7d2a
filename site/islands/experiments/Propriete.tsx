// Question 8 on the screen: one changed byte, and three receivers side by side.
import { computed } from '@preact/signals';
import { toHex } from '#lab/bytes.ts';
import { ProprieteTrial, VARIANTS } from '../../experiments/08-propriete.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { ByteRow } from './ByteRow.tsx';
import sheet from './Propriete.css?url';
import { type ProprieteWords, words } from './propriete-words.ts';
import { Receiver } from './Receiver.tsx';
import { TextField } from './TextField.tsx';

await styleSheet(sheet);

interface Props {
  readonly trial: ProprieteTrial;
  readonly t: ProprieteWords;
}

function Token({ trial, t }: Props) {
  const { counterBlock, ciphertext } = trial.sealed;
  const after = trial.forgedCiphertext();
  const hex = (row: Uint8Array, i: number) => toHex(row.subarray(i, i + 1));
  return (
    <>
      <div class="field-row">
        <span aria-hidden="true">{t('propriete.block')}</span>
        <ByteRow
          label={t('propriete.block')}
          bytes={counterBlock}
          describe={(i) => t('receiver.byte', { ordinal: i + 1, hex: hex(counterBlock, i) })}
        />
      </div>
      <div class="field-row">
        <span aria-hidden="true">{t('propriete.ciphertext')}</span>
        <ByteRow
          label={t('propriete.ciphertext')}
          bytes={after}
          isMarked={(i) => after[i] !== ciphertext[i]}
          describe={(i) => {
            const values = { ordinal: i + 1, hex: hex(after, i), before: hex(ciphertext, i) };
            return t(after[i] === ciphertext[i] ? 'receiver.byte' : 'propriete.changed', values);
          }}
        />
      </div>
    </>
  );
}

function Guess({ trial, t }: Props) {
  const submit = (event: Event) => {
    event.preventDefault();
    trial.handOut();
  };
  const isWrong = trial.wanted.value !== '' && !trial.isForged();
  return (
    <form class="exp-row" onSubmit={submit}>
      <TextField
        label={t('propriete.ordinal')}
        value={String(trial.ordinal.value)}
        size={3}
        onValue={(text) => {
          trial.ordinal.value = Number(text) || 0;
        }}
      />
      <TextField label={t('propriete.supposed')} signal={trial.supposed} size={5} />
      <TextField label={t('propriete.wanted')} signal={trial.wanted} size={5} />
      <button type="submit" class="exp-act" disabled={!trial.isForged()}>
        {t('propriete.handOut')}
      </button>
      {isWrong && <small>{t('propriete.lengths')}</small>}
    </form>
  );
}

function News({ trial, t }: Props) {
  const said = VARIANTS.map((variant) => {
    const { text } = trial.received.value[variant];
    const name = t(`receiver.${variant}`);
    return text === undefined
      ? t('propriete.news.refused', { name })
      : t('propriete.news.reads', { name, text });
  });
  return (
    <p class="unseen" role="status">
      {trial.isHandedOut() && said.join(' ')}
    </p>
  );
}

function Propriete({ trial, t }: Props) {
  return (
    <>
      <p>{t('propriete.start')}</p>
      <Token trial={trial} t={t} />
      <Guess trial={trial} t={t} />
      <div class="receivers">
        {VARIANTS.map((variant) => (
          <Receiver key={variant} trial={trial} variant={variant} t={t} />
        ))}
      </div>
      <News trial={trial} t={t} />
    </>
  );
}

export function begin({ lang }: Setting): Running {
  const trial = new ProprieteTrial();
  const t = words(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Propriete trial={trial} t={t} />,
    end: () => {},
  };
}
