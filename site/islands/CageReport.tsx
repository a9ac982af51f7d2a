// What came of the messages in the cage, in words and in numbers, beside what this workbook's own relay would log.
import { type Cage, hasScriptTag, isMarkup, naiveLinesOf, relayLineOf } from '../chat/cage.ts';
import type { CageTranslate } from '../i18n/cage-words.ts';

interface Props {
  readonly cage: Cage;
  readonly t: CageTranslate;
}

/** What the client made of the last message. */
function fateOf(text: string, escaping: boolean, ran: boolean) {
  if (escaping) return isMarkup(text) ? 'escaped' : 'unchanged';
  if (ran) return 'executed';
  if (hasScriptTag(text)) return 'inert';
  return isMarkup(text) ? 'markup' : 'plain';
}

/** What happened last, in sentences. */
function storyOf(cage: Cage, t: CageTranslate): string[] {
  const state = cage.state.value;
  const last = cage.shown.value.at(-1);
  if (state !== 'ready' || !last) return [t(`cageSaid.${state}`)];
  const { text, escaping, replayed } = last;
  const ran = cage.executed.value.last > 0;
  const count = naiveLinesOf(text);
  return [
    t(`cageSaid.${fateOf(text, escaping, ran)}`),
    ...(escaping && ran ? [t('cageSaid.still')] : []),
    ...(count > 1 ? [t(escaping ? 'cageSaid.forgedEscaped' : 'cageSaid.forged', { count })] : []),
    ...(replayed ? [t(escaping ? 'cageSaid.replayedEscaped' : 'cageSaid.replayed')] : []),
  ];
}

export function CageReport({ cage, t }: Props) {
  const shown = cage.shown.value;
  const counts = {
    shown: shown.length,
    executed: cage.executed.value.all,
    naive: shown.reduce((sum, { text }) => sum + naiveLinesOf(text), 0),
    relay: shown.length,
  };
  return (
    <div class="cage-report">
      <p class="cage-heading">{t('cage.report')}</p>
      <p role="status">{storyOf(cage, t).join(' ')}</p>
      <dl>
        {(['shown', 'executed', 'naive', 'relay'] as const).map((name) => (
          <div key={name} data-count={name}>
            <dt>{t(`cageCount.${name}`)}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      {shown.length > 0 && (
        <figure>
          <figcaption>{t('cage.relayLog')}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must get there */}
          <section class="cage-lines" tabIndex={0} aria-label={t('cage.relayLog')}>
            <ol>
              {shown.map(({ text }, i) => (
                <li key={i}>{relayLineOf(text)}</li>
              ))}
            </ol>
          </section>
        </figure>
      )}
    </div>
  );
}
