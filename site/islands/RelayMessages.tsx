// The messages that have passed through the reader's hands, whoever sent them, and what waits to be handed out.
import { useMemo } from 'preact/hooks';
import type { Seen } from '#server/mallory/journal.ts';
import { timeOfDay } from '../chat/clock.ts';
import type { Operator } from '../chat/operator.ts';
import { Picks } from '../chat/picks.ts';
import { waitingIn } from '../chat/waiting.ts';
import { Runs } from './Runs.tsx';
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
function Together({ chair, picks }: { readonly chair: Operator; readonly picks: Picks }) {
  const t = useChairWords();
  const held = chair.held();
  const picked = picks.reversible.value;
  if (held.length < 2) return null;
  return (
    <p class="acts">
      <button
        type="button"
        disabled={picked.length < 2}
        onClick={() => chair.forward(...picked.toReversed())}
      >
        {t('messages.reverse')}
      </button>
      <button type="button" onClick={() => chair.forward(...held.map(({ seq }) => seq))}>
        {t('messages.forwardAll')}
      </button>
    </p>
  );
}

const numberOf = ({ seq }: Seen) => seq;

interface Props {
  readonly chair: Operator;
  readonly onChoose: (seq: number | undefined) => void;
  readonly onInvent: () => void;
}

export function RelayMessages({ chair, onChoose, onInvent }: Props) {
  const t = useChairWords();
  const picks = useMemo(() => new Picks(chair), [chair]);
  const seen = chair.seen.value;
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
          <div>
            <Runs
              entries={seen}
              nameOf={numberOf}
              draw={(one, key) => (
                <SeenRow key={key} chair={chair} seen={one} picks={picks} onChoose={onChoose} />
              )}
            />
          </div>
        </div>
      )}
      <Together chair={chair} picks={picks} />
      <Waiting chair={chair} />
    </section>
  );
}
