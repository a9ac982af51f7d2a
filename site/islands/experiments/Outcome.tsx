// What came of the message that was handed out: said where the reader acts, for the bench may be out of sight.
import type { MaliceTrial } from '../../experiments/07-malice.ts';
import { isRelabelled, isTampered } from '../../experiments/deliveries.ts';
import { isDroiteElsewhere } from '../../experiments/handouts.ts';
import type { Say } from '../../i18n/strings.ts';
import { Mark } from '../Mark.tsx';

interface Props {
  readonly trial: MaliceTrial;
  readonly t: Say<
    'malice.read' | 'malice.refused' | 'malice.elsewhere' | 'malice.handed' | 'malice.handedText'
  >;
}

/** What the relay's journal proves of it, and what follows from what the reader supposes. */
function Handed({ trial, t }: Props) {
  const handed = trial.handed();
  if (!handed) return t('malice.elsewhere');
  const { from, text } = handed;
  return (
    <>
      <Mark kind="tampered" /> {t('malice.handed', { from })}{' '}
      {text ? t('malice.handedText', { known: trial.known.value, text }) : t('malice.elsewhere')}
    </>
  );
}

function Told({ trial, t }: Props) {
  const outcome = trial.outcome();
  if (isDroiteElsewhere(trial.bench)) return <Handed trial={trial} t={t} />;
  if (!outcome) return null;
  const { text, from } = outcome.receipt;
  const isForged = isTampered(outcome) || isRelabelled(outcome);
  return (
    <>
      <Mark kind={text === undefined ? 'stale' : isForged ? 'tampered' : 'opaque'} />{' '}
      {text === undefined ? t('malice.refused') : t('malice.read', { text, from })}
    </>
  );
}

export function Outcome(props: Props) {
  return (
    <p role="status">
      <Told {...props} />
    </p>
  );
}
