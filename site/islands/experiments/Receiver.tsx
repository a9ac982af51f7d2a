// One of the three receivers of question 8: the check that came with the message, the verdict, and what to try next.
import type { VariantName } from '#lab/attacks/ctr-checked.ts';
import { equal, toHex } from '#lab/bytes.ts';
import { type ProprieteTrial, TEXT } from '../../experiments/08-propriete.ts';
import { Mark, type MarkKind } from '../Mark.tsx';
import { ByteRow } from './ByteRow.tsx';
import type { ProprieteWords } from './propriete-words.ts';
import { TextField } from './TextField.tsx';

interface Props {
  readonly trial: ProprieteTrial;
  readonly variant: VariantName;
  readonly t: ProprieteWords;
}

const RANDOM_KEYS = 1000;

/** What an honest message is worth to each. */
const HONEST: Readonly<Record<VariantName, MarkKind>> = {
  ctr: 'opaque',
  'ctr-sha256': 'opaque',
  'ctr-hmac': 'sealed',
};

function Check({ trial, variant, t }: Props) {
  const { check } = trial.received.value[variant].token;
  const isOwn = !equal(check, trial.checkOf(variant));
  if (variant === 'ctr') return <p class="check">{t('receiver.noCheck')}</p>;
  return (
    <div class="check">
      <p>{t(isOwn ? 'receiver.ownCheck' : 'receiver.sendersCheck')}</p>
      <ByteRow
        label={t(`receiver.check.${variant}`)}
        bytes={check}
        isMarked={() => isOwn}
        describe={(i) => t('receiver.byte', { ordinal: i + 1, hex: toHex(check.subarray(i, i + 1)) })}
      />
    </div>
  );
}

function Verdict({ trial, variant, t }: Props) {
  const { text } = trial.received.value[variant];
  if (text === undefined)
    return (
      <p class="verdict is-refused">
        <strong>
          <Mark kind="stale" /> {t('receiver.refused')}
        </strong>
        <span>{t('receiver.readsNothing')}</span>
      </p>
    );
  const isFalse = text !== TEXT;
  return (
    <p class={`verdict ${isFalse ? 'is-false' : ''}`}>
      <strong>
        <Mark kind={isFalse ? 'tampered' : HONEST[variant]} /> {t('receiver.accepted')}
      </strong>
      <span>{t('receiver.reads', { text })}</span>
    </p>
  );
}

function Tries({ trial, t }: Omit<Props, 'variant'>) {
  const submit = (event: Event) => {
    event.preventDefault();
    trial.tryKey();
  };
  const { all, taken } = trial.tries.value;
  return (
    <form class="tries" onSubmit={submit}>
      <TextField label={t('receiver.key')} signal={trial.key} size={11} />
      <button type="submit" disabled={!trial.isHandedOut() || trial.key.value === ''}>
        {t('receiver.tryKey')}
      </button>
      <button type="button" disabled={!trial.isHandedOut()} onClick={() => trial.tryRandomKeys(RANDOM_KEYS)}>
        {t('receiver.tryRandom')}
      </button>
      <p role="status">{all > 0 && t('receiver.tries', { all, taken })}</p>
    </form>
  );
}

export function Receiver({ trial, variant, t }: Props) {
  return (
    <section class="receiver" data-variant={variant} aria-label={t(`receiver.${variant}`)}>
      <h3>{t(`receiver.${variant}`)}</h3>
      <small>{t(`receiver.note.${variant}`)}</small>
      <Check trial={trial} variant={variant} t={t} />
      <Verdict trial={trial} variant={variant} t={t} />
      {variant === 'ctr' && <p class="tries">{t('receiver.nothingToMake')}</p>}
      {variant === 'ctr-sha256' && (
        <p class="tries">
          <button type="button" disabled={!trial.isHandedOut()} onClick={() => trial.recomputeHash()}>
            {t('receiver.recompute')}
          </button>
        </p>
      )}
      {variant === 'ctr-hmac' && <Tries trial={trial} t={t} />}
    </section>
  );
}
