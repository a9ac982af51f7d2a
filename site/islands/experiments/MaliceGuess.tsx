// The ciphertext that the reader of question 7 holds, and what he supposes and wants to stand in it.
import { toHex } from '#lab/bytes.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { MaliceTrial } from '../../experiments/07-malice.ts';
import type fr from '../../i18n/experiments/07-malice.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { ByteRow } from './ByteRow.tsx';
import { TextField } from './TextField.tsx';

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

function Form({ trial, t }: Props) {
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

/** @param target - the message that is held, or was */
export function MaliceGuess({ trial, t, target }: Props & { readonly target: Seen }) {
  const isWrittenHere = trial.bench.peers.gauche.session.value !== undefined;
  const other = isWrittenHere ? 'malice.heldOther' : 'malice.heldAway';
  return (
    <>
      <p>{t(trial.isProposed() ? 'malice.held' : other, { seq: target.seq })}</p>
      <Cipher trial={trial} t={t} />
      <Form trial={trial} t={t} />
    </>
  );
}
