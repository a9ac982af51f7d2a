// One message that has passed through the reader's hands: who sent it, what it looks like, and what waits to be decided.
import type { Seen } from '#server/mallory/journal.ts';
import { summary } from '../chat/follow.ts';
import type { Operator } from '../chat/operator.ts';
import { guessStage } from '../chat/payload.ts';
import type { Picks } from '../chat/picks.ts';
import { useBench } from './bench-context.ts';
import { Mark, type MarkKind } from './Mark.tsx';
import { useChairWords } from './use-chair-words.ts';

const MARKS: Readonly<Record<string, MarkKind>> = { plaintext: 'readable', hazmat: 'opaque' };

/** As much of a payload as a line may show; the rest is cut off by the eye anyway. */
const SHORT = 160;

interface Props {
  readonly chair: Operator;
  readonly seen: Seen;
  readonly picks: Picks;
  /** shows the message to the forge, or takes it away again */
  readonly onChoose: (seq: number | undefined) => void;
}

/** Does something that ends the button that was pressed: the focus goes on to something that stays. */
function thenFocus(act: () => void, root: '[data-console]' | 'li', next: string) {
  return ({ currentTarget }: { readonly currentTarget: Element }) => {
    const around = currentTarget.closest(root);
    act();
    requestAnimationFrame(() => around?.querySelector<HTMLElement>(next)?.focus());
  };
}

function Decision({ chair, seq, onChoose }: Pick<Props, 'chair' | 'onChoose'> & { readonly seq: number }) {
  const t = useChairWords();
  return (
    <span class="decision">
      <button
        type="button"
        aria-label={t('console.edit.label', { seq })}
        onClick={thenFocus(() => onChoose(seq), '[data-console]', '.forge h4')}
      >
        {t('console.edit')}
      </button>
      <button
        type="button"
        aria-label={t('act.forward.label', { seq })}
        onClick={thenFocus(() => chair.forward(seq), 'li', '.seen')}
      >
        {t('act.forward')}
      </button>
      <button
        type="button"
        aria-label={t('act.drop.label', { seq })}
        onClick={thenFocus(() => chair.drop(seq), 'li', '.seen')}
      >
        {t('act.drop')}
      </button>
    </span>
  );
}

/** Whether a held message is among those that are to leave in reverse. */
function Pick({ picks, seq }: { readonly picks: Picks; readonly seq: number }) {
  const t = useChairWords();
  if (!picks.asked.value) return null;
  return (
    <label class="choice">
      <input type="checkbox" checked={picks.has(seq)} onChange={() => picks.toggle(seq)} />
      <span aria-hidden="true">{t('messages.pick')}</span>
      <span class="unseen">{t('messages.pick.label', { seq })}</span>
    </label>
  );
}

/** Looks at nothing that changes for all rows at once: there are hundreds. */
export function SeenRow({ chair, seen: { seq, user, message, held }, picks, onChoose }: Props) {
  const { reading } = useBench();
  const t = useChairWords();
  const stage = guessStage(message);
  const chosen = reading.isFollowed(seq);
  return (
    <li class={held ? 'is-held' : ''}>
      <button
        type="button"
        class="seen"
        aria-pressed={chosen}
        onClick={() => onChoose(chosen ? undefined : seq)}
      >
        <span class="seq">{t('message.number', { seq })}</span>
        <span class="seen-user">{user}</span>
        <span class="seen-stage">
          <Mark kind={MARKS[stage] ?? 'sealed'} /> {t(`stage.${stage}`)}
        </span>
        <span class="seen-payload">{summary(message).slice(0, SHORT) || t('message.empty')}</span>
        {held && <em>{t('messages.held')}</em>}
      </button>
      {held && <Decision chair={chair} seq={seq} onChoose={onChoose} />}
      {held && <Pick picks={picks} seq={seq} />}
    </li>
  );
}
