// What each pair of eyes holds of a message, and who read it in every try.
import { fromUtf8, toHex } from '#lab/bytes.ts';
import type { Round } from '../../experiments/03-principe.ts';
import { EYES, type Eye } from '../../experiments/eyes.ts';
import type fr from '../../i18n/experiments/03-principe.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { Mark } from '../Mark.tsx';

export type SayPrincipe = Say<keyof typeof fr>;

/** Some pairs of eyes in words, or nobody. */
export function eyesInWords(eyes: ReadonlySet<Eye>, t: SayPrincipe): string {
  const words = EYES.filter((eye) => eyes.has(eye)).map((eye) => t(`eye.${eye}`));
  return words.length > 0 ? words.join(', ') : t('eye.nobody');
}

/** Whether the reader of a message reads it: a shape, a colour and a word. */
export function Reads({ isReading, t }: { readonly isReading: boolean; readonly t: SayPrincipe }) {
  return (
    <>
      <Mark kind={isReading ? 'readable' : 'opaque'} /> {t(isReading ? 'hold.reads' : 'hold.readsNot')}
    </>
  );
}

function Held({ bytes, t }: { readonly bytes: Uint8Array | undefined; readonly t: SayPrincipe }) {
  if (!bytes) return <i>{t('hold.nothing')}</i>;
  const text = fromUtf8(bytes) ?? t('hold.record', { count: bytes.length, hex: toHex(bytes) });
  return <code class="held-bytes">{text}</code>;
}

export function HoldingsList({ round, t }: { readonly round: Round; readonly t: SayPrincipe }) {
  return (
    <dl class="holdings" aria-label={t('hold.table')}>
      {EYES.map((eye) => (
        <div key={eye}>
          <dt>
            {t(`eye.${eye}`)}{' '}
            <span>
              <Reads isReading={round.readers.has(eye)} t={t} />
            </span>
          </dt>
          <dd>
            <Held bytes={round.holdings[eye]} t={t} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function TriedTable({ rounds, t }: { readonly rounds: readonly Round[]; readonly t: SayPrincipe }) {
  const onOff = (isOn: boolean) => t(isOn ? 'switch.on' : 'switch.off');
  return (
    <table>
      <caption>{t('tried.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tried.logs')}</th>
          <th scope="col">{t('tried.tls')}</th>
          <th scope="col">{t('tried.ends')}</th>
          <th scope="col">{t('tried.bet')}</th>
          <th scope="col">{t('tried.readers')}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={`${round.logs} ${round.tls} ${round.ends}`}>
            <td>{onOff(round.logs)}</td>
            <td>{onOff(round.tls)}</td>
            <td>{onOff(round.ends)}</td>
            <td>{eyesInWords(round.predicted, t)}</td>
            <td>{eyesInWords(round.readers, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
