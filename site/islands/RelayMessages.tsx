// The messages that have passed through the reader's hands, whoever sent them, and what waits to be handed out.
import { useState } from 'preact/hooks';
import { timeOfDay } from '../chat/clock.ts';
import type { Operator } from '../chat/operator.ts';
import { waitingIn } from '../chat/waiting.ts';
import { SeenRow } from './SeenRow.tsx';
import { useChairWords } from './use-chair-words.ts';

/** What leaves at a later time, as long as it can be given up. */
function Waiting({ chair }: { readonly chair: Operator }) {
  const t = useChairWords();
  const waiting = waitingIn(chair.journal.value);
  if (waiting.length === 0) return null;
  return (
    <ul class="waiting" aria-label={t('waiting.name')}>
      {waiting.map(({ entry, of, changed, next, left }) => {
        const name = of === undefined ? t('waiting.invention') : t('message.number', { seq: of });
        const what = changed ? t('waiting.changed', { what: name }) : name;
        return (
          <li key={entry}>
            <span>
              {t(left === 1 ? 'waiting.one' : 'waiting.many', { what, left, time: timeOfDay(next / 1000) })}
            </span>
            <button
              type="button"
              aria-label={t('waiting.cancel.label', { what: name })}
              onClick={() => chair.cancel(entry)}
            >
              {t('waiting.cancel')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What can be done to several held messages at once. */
function Together({ chair, picked }: { readonly chair: Operator; readonly picked: readonly number[] }) {
  const t = useChairWords();
  return (
    <p class="acts">
      <button
        type="button"
        disabled={picked.length < 2}
        onClick={() => chair.forward(...[...picked].sort((a, b) => b - a))}
      >
        {t('messages.reverse')}
      </button>
      <button type="button" onClick={() => chair.forward(...chair.held().map(({ seq }) => seq))}>
        {t('messages.forwardAll')}
      </button>
    </p>
  );
}

interface Props {
  readonly chair: Operator;
  readonly onChoose: (seq: number | undefined) => void;
  readonly onInvent: () => void;
}

export function RelayMessages({ chair, onChoose, onInvent }: Props) {
  const t = useChairWords();
  const [picked, setPicked] = useState<readonly number[]>([]);
  const seen = chair.seen.value;
  const held = chair.held().map(({ seq }) => seq);
  // Of two, there is nothing to choose.
  const reversible = held.length === 2 ? held : held.filter((seq) => picked.includes(seq));
  const toggle = (seq: number) =>
    setPicked(picked.includes(seq) ? picked.filter((one) => one !== seq) : [...picked, seq]);
  return (
    <section class="messages" aria-label={t('messages.name')}>
      <header>
        <h4>{t('messages.name')}</h4>
        <button type="button" onClick={onInvent}>
          {t('messages.invent')}
        </button>
      </header>
      {seen.length === 0 ? (
        <p class="console-hint">{t('messages.none')}</p>
      ) : (
        <div class="seen-list">
          <ol>
            {seen.map((one) => (
              <SeenRow
                key={one.seq}
                chair={chair}
                seen={one}
                onChoose={onChoose}
                picked={one.held && held.length > 2 ? picked.includes(one.seq) : undefined}
                onPick={() => toggle(one.seq)}
              />
            ))}
          </ol>
        </div>
      )}
      {held.length > 1 && <Together chair={chair} picked={reversible} />}
      <Waiting chair={chair} />
    </section>
  );
}
