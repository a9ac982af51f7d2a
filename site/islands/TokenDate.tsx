// When a token says that it was made, and how old that makes it: when it arrived, and now, by either peer's clock.
import type { Field } from '#lab/stage.ts';
import { secondsAt } from '../chat/clock.ts';
import { dateOf, durationOf } from '../chat/follow.ts';
import type { PeerName } from '../chat/relay-choice.ts';
import type { Receipt } from '../chat/session.ts';
import type { InspectorTranslate } from '../i18n/inspector-words.ts';
import { useBench } from './bench-context.ts';
import { useInspectorWords } from './use-inspector-words.ts';

// Each is made once: making one takes longer than all else that the inspector does.
const formats = new Map<string, Intl.DateTimeFormat>();

function dateWords(date: Date, { locale }: InspectorTranslate): string {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' });
  formats.set(locale, format);
  return format.format(date);
}

/** An age in words; a token may be dated of a time to come. */
function ageWords(age: number, t: InspectorTranslate): string {
  const { unit, count, rest } = durationOf(Math.abs(age));
  const duration = t(`duration.${unit}`, { count, rest });
  return age < 0 ? t('inspector.future', { duration }) : duration;
}

/** Ticks, so that it alone is drawn anew each second. */
function AgeNow({ made }: { readonly made: number }) {
  const { bench, now: tick, usable } = useBench();
  const t = useInspectorWords();
  if (tick === undefined || !usable) return null;
  // A tick is up to a second old: by it, a token of this very moment would be one of a time to come.
  const now = bench.time.now();
  const ageBy = (peer: PeerName) =>
    t('inspector.ageBy', { peer, age: ageWords(secondsAt(now, bench.peers[peer].offset.value) - made, t) });
  return (
    <span class="age-now">{t('inspector.ageNow', { one: ageBy('gauche'), other: ageBy('droite') })}</span>
  );
}

interface Props {
  /** a timestamp */
  readonly field: Field;
  readonly receipt: Receipt | undefined;
}

export function TokenDate({ field, receipt }: Props) {
  const t = useInspectorWords();
  const date = dateOf(field);
  if (!date) return <span>{t('inspector.noDate')}</span>;
  const made = date.getTime() / 1000;
  return (
    <span class="token-date">
      <time dateTime={date.toISOString()}>{dateWords(date, t)}</time>
      {receipt && (
        <span>{t('inspector.ageThen', { peer: receipt.peer, age: ageWords(receipt.now - made, t) })}</span>
      )}
      <AgeNow made={made} />
    </span>
  );
}
