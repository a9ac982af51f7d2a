// One message in the reader's hands: its bytes, the name on its envelope, who gets it, when, and how often.
import { useState } from 'preact/hooks';
import type { StageName } from '#lab/stage.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Payload } from '#server/payload.ts';
import type { Handing, Operator } from '../chat/operator.ts';
import { Envelope, FIRST_ENVELOPE, handingOf } from './Envelope.tsx';
import { ForgedBytes } from './ForgedBytes.tsx';
import { QuickActs } from './QuickActs.tsx';
import { useChairWords } from './use-chair-words.ts';

interface Props {
  readonly chair: Operator;
  readonly target: Seen;
  readonly stage: StageName;
  /** begins a message of one's own, as a copy of this one */
  readonly onCopy: (message: Payload) => void;
}

export function Forge({ chair, target, stage, onCopy }: Props) {
  const t = useChairWords();
  const { seq, user, held } = target;
  const [message, setMessage] = useState<Payload | undefined>(target.message);
  const [envelope, setEnvelope] = useState({ ...FIRST_ENVELOPE, user });
  const [restored, setRestored] = useState(0);
  const changed = JSON.stringify(message) !== JSON.stringify(target.message);
  // As it came, a message needs no bytes: the relay remembers them, and a frame might not hold them.
  const handing: Handing | undefined =
    message === undefined ? undefined : { of: seq, ...(changed ? { message } : {}) };
  const handOut = (event: Event) => {
    event.preventDefault();
    if (handing) chair.handOut({ ...handing, ...handingOf(envelope, user) });
  };
  return (
    <form class="forge" onSubmit={handOut} aria-label={t('forge.name', { seq })}>
      <header>
        <h4 tabIndex={-1}>{t('forge.name', { seq })}</h4>
        <button
          type="button"
          disabled={!changed}
          onClick={() => {
            setMessage(target.message);
            setRestored(restored + 1);
          }}
        >
          {t('forge.restore')}
        </button>
        <button
          type="button"
          title={t('forge.copy.title')}
          disabled={message === undefined}
          onClick={() => message !== undefined && onCopy(message)}
        >
          {t('forge.copy')}
        </button>
      </header>
      <QuickActs chair={chair} seq={seq} author={user} held={held} handing={handing} />
      <ForgedBytes key={restored} stage={stage} original={target.message} onMessage={setMessage} />
      <Envelope envelope={envelope} onEnvelope={setEnvelope}>
        <button
          type="submit"
          class="hand-out"
          disabled={message === undefined}
          aria-label={t('forge.handOut.label', { seq })}
        >
          {t('forge.handOut')}
        </button>
      </Envelope>
    </form>
  );
}
