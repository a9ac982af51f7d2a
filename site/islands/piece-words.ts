// A message as a piece of evidence: what is read of it in an answer sheet.
import { summary } from '../chat/follow.ts';
import type { Receipt } from '../chat/session.ts';
import type { Message } from '../chat/timeline.ts';
import type { InspectorTranslate } from '../i18n/inspector-words.ts';

/** In characters, of a payload; the whole of it is in the piece's data. */
const LONGEST = 1000;

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function receiptWords(
  { peer, stage, text, checks, payload }: Receipt,
  sent: string,
  t: InspectorTranslate,
): string[] {
  const arrived = summary(payload);
  const failed = checks.find(({ result }) => result === 'failed');
  const outcome =
    text === undefined
      ? t('attach.refusedBy', { peer, check: failed ? t(`check.${failed.name}`) : t(`refusal.${stage}`) })
      : t('attach.shownBy', { peer, text });
  return arrived === sent ? [outcome] : [t('attach.arrived', { peer, payload: shortened(arrived) }), outcome];
}

export function messageWords(message: Message, line: string | undefined, t: InspectorTranslate): string {
  const { seq, from, stage, payload, receipts, refusal } = message;
  const sent = summary(payload);
  const name = seq === undefined ? t('inspector.nameUnsent') : t('inspector.name', { seq });
  return [
    `${name}, ${from}, ${t(`stage.${stage}`)}`,
    line === undefined ? undefined : shortened(line),
    line?.includes(sent) ? undefined : t('attach.left', { payload: shortened(sent) }),
    refusal && t('attach.notCarried', { reason: t(`notice.${refusal}`) }),
    ...receipts.flatMap((receipt) => receiptWords(receipt, sent, t)),
  ]
    .filter((words) => words !== undefined)
    .join('\n');
}
