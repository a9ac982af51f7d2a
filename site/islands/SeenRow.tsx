// One message that has passed through the reader's hands: who sent it, what it looks like, and what waits to be decided.
import type { Seen } from '#server/mallory/journal.ts';
import { summary } from '../chat/follow.ts';
import type { Operator } from '../chat/operator.ts';
import { guessStage } from '../chat/payload.ts';
import { useBench } from './bench-context.ts';
import { Mark, type MarkKind } from './Mark.tsx';
import { useChairWords } from './use-chair-words.ts';

const MARKS: Readonly<Record<string, MarkKind>> = { plaintext: 'readable', hazmat: 'opaque' };

/** As much of a payload as a line may show; the rest is cut off by the eye anyway. */
const SHORT = 160;

interface Props {
  readonly chair: Operator;
  readonly seen: Seen;
  /** shows the message to the forge, or takes it away again */
  readonly onChoose: (seq: number | undefined) => void;
  /** whether it is among those that are to leave in reverse; undefined where that is not asked */
  readonly picked: boolean | undefined;
  readonly onPick: () => void;
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

export function SeenRow({ chair, seen: { seq, user, message, held }, onChoose, picked, onPick }: Props) {
  const { bench } = useBench();
  const t = useChairWords();
  const stage = guessStage(message);
  const chosen = bench.followed()?.seq === seq;
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
      {picked !== undefined && (
        <label class="choice">
          <input type="checkbox" checked={picked} onChange={onPick} />
          <span aria-hidden="true">{t('messages.pick')}</span>
          <span class="unseen">{t('messages.pick.label', { seq })}</span>
        </label>
      )}
    </li>
  );
}
