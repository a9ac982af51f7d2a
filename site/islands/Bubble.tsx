// One message in a peer's window: what is read there, and how it was protected on its way.
import type { Entry } from '../chat/timeline.ts';
import type { Key } from '../i18n/strings.ts';
import { useBench } from './bench-context.ts';
import { useFollowing } from './follow-message.ts';
import { Mark, type MarkKind } from './Mark.tsx';

interface Props {
  readonly entry: Entry;
  readonly peer: string;
}

interface Label {
  readonly kind: MarkKind;
  readonly word: Key;
}

const PROTECTION: Readonly<Record<string, Label>> = {
  plaintext: { kind: 'readable', word: 'message.readable' },
  hazmat: { kind: 'opaque', word: 'message.opaque' },
  fernet: { kind: 'sealed', word: 'message.sealed' },
  'fernet-ttl': { kind: 'sealed', word: 'message.sealed' },
  aead: { kind: 'sealed', word: 'message.sealed' },
};

function labelOf({ message, receipt }: Entry): Label | undefined {
  if (receipt && receipt.text === undefined) return { kind: 'stale', word: 'message.refused' };
  if (message.fate === 'refused') return { kind: 'stale', word: 'message.notCarried' };
  if (message.fate === 'unconfirmed') return { kind: 'stale', word: 'message.unconfirmed' };
  return PROTECTION[receipt?.stage ?? message.stage];
}

/** Whether a text may be too high for its window, however narrow; a box that scrolls costs too much to be given to all. */
const isLong = (text: string) => text.length > 160 || text.split('\n').length > 5;

export function Bubble({ entry, peer }: Props) {
  const { bench, t } = useBench();
  const { message, receipt } = entry;
  const label = labelOf(entry);
  const { pressed, traceClass, follow } = useFollowing(
    message,
    receipt ? message.receipts.indexOf(receipt) : -1,
  );
  const refused = receipt && receipt.text === undefined;
  // A reader knows the name on the envelope, and no other one: it is told where it is not whom one talks to.
  const partner = peer === 'gauche' ? 'droite' : 'gauche';
  const stranger = receipt && receipt.from !== partner ? receipt.from : undefined;
  const said = receipt ? (receipt.text ?? '') : message.typed;
  const veiled = !refused && bench.veil.hides(message, receipt?.text);
  const shown = veiled ? t('message.veiled') : said || t('message.empty');
  const text = refused ? t(`refusal.${receipt.stage}`) : shown;
  const word = label && t(label.word);
  const number = message.seq === undefined ? '' : t('message.number', { seq: message.seq });
  const classes = [
    'say',
    message.from === peer && !receipt && 'say-own',
    refused && 'say-refused',
    veiled && 'say-veiled',
    isLong(text) && 'say-long',
    traceClass,
  ];
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      {stranger !== undefined && <small class="say-from">{t('message.from', { from: stranger })}</small>}
      <p dir="auto">{text}</p>
      <button
        type="button"
        class="follow"
        aria-label={[t('message.follow'), word, number].join(' ')}
        aria-pressed={pressed}
        onClick={follow}
      >
        {label && <Mark kind={label.kind} />}
        {word} {number && <span class="seq">{number}</span>}
      </button>
    </li>
  );
}
