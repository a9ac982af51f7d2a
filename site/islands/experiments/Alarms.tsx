// Who could have noticed the fault, and what they noticed: nothing.

import type { ServerLog } from '../../chat/server-log.ts';
import { alarmsOf, type Alarms as Counts, type MessagePair } from '../../experiments/message-pair.ts';
import { Mark } from '../Mark.tsx';
import type { PrimitivesWords } from './primitives-words.ts';

interface Props {
  readonly pair: MessagePair;
  readonly log: ServerLog;
  readonly t: PrimitivesWords;
}

function rowsOf({ checks, reads, lines }: Counts, t: PrimitivesWords) {
  const isRead = reads.all > 0;
  const all = checks.passed + checks.failed;
  return [
    {
      who: t('alarms.checks'),
      said: isRead ? t('alarms.checks.said', { passed: checks.passed, all }) : t('alarms.elsewhere'),
      calm: isRead && checks.failed === 0,
    },
    {
      who: t('alarms.reads'),
      said: isRead ? t('alarms.reads.said', { ...reads }) : t('alarms.elsewhere'),
      calm: isRead && reads.faithful === reads.all,
    },
    {
      who: t('alarms.lines'),
      said: t('alarms.lines.said', { ...lines }),
      calm: lines.warnings === 0,
    },
  ];
}

export function Alarms({ pair, log, t }: Props) {
  return (
    <table class="alarms">
      <caption>{t('alarms.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('alarms.who')}</th>
          <th scope="col">{t('alarms.said')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(alarmsOf(pair, log), t).map(({ who, said, calm }) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>
              {calm && <Mark kind="sealed" />} {said}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
