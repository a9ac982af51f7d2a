// What the log and the receipts say of a message's way, and how the reader's drawing compares.
import { timeOfDay } from '../../chat/clock.ts';
import type { TopologieTrial } from '../../experiments/01-topologie.ts';
import type { Arrow, Verdict } from '../../experiments/hops.ts';
import type fr from '../../i18n/experiments/01-topologie.fr.json';
import type { Say } from '../../i18n/strings.ts';

interface Props {
  readonly trial: TopologieTrial;
  readonly t: Say<keyof typeof fr>;
}

/** To the millisecond, since a message takes a few. */
const preciseTime = (at: number) =>
  `${timeOfDay(Math.floor(at / 1000))},${String(at % 1000).padStart(3, '0')}`;

/** What is not right in the drawing, in words. */
function Faults({ verdict, t }: { readonly verdict: Verdict; readonly t: Props['t'] }) {
  const list = (arrows: readonly Arrow[]) => arrows.map(({ name }) => t(`arrow.${name}`)).join(', ');
  const { extra, missing } = verdict;
  return (
    <p>
      {extra.length > 0 && t('way.extra', { arrows: list(extra) })}{' '}
      {missing.length > 0 && t('way.missing', { arrows: list(missing) })} {t('way.again')}
    </p>
  );
}

/** What the reader of the message made of it, as far as this page can see. */
function End({ trial, t }: Props) {
  const { bench, to } = trial;
  if (!bench.peers[to].session.value) return <li>{t('way.elsewhere', { to })}</li>;
  const receipt = trial.message()?.receipts.find(({ peer }) => peer === to);
  if (!receipt) return null;
  const { text } = receipt;
  return <li>{text === undefined ? t('way.refused', { to }) : t('way.shown', { to, text })}</li>;
}

export function Evidence({ trial, t }: Props) {
  const { bench, from, to } = trial;
  const verdict = trial.verdict();
  const hops = trial.hops();
  if (!verdict) {
    const isAlone = hops.length > 0 && !bench.users.value.includes(to);
    return (
      <p role="status">
        {isAlone && t('way.absent', { to })}
        {!bench.cable.isCut.value && trial.kept() !== undefined && t('way.notSent', { from })}
      </p>
    );
  }
  return (
    <>
      <p role="status">{t(trial.isRight() ? 'way.right' : 'way.wrong')}</p>
      <ol class="exp-evidence">
        {hops.map((hop) => (
          <li key={hop.name}>
            {t(`arrow.${hop.name}`)} <time>{preciseTime(hop.at)}</time>
            <code>{hop.line}</code>
          </li>
        ))}
        <End trial={trial} t={t} />
      </ol>
      {!trial.isRight() && <Faults verdict={verdict} t={t} />}
    </>
  );
}
