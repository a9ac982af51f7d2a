// What can be done to one message with one press: the acts that a beginner looks for, by their names.
import type { Handing, Operator } from '../chat/operator.ts';
import type { ChairKey } from '../i18n/chair-words.ts';
import { useChairWords } from './use-chair-words.ts';

interface Act {
  readonly word: ChairKey;
  readonly label: ChairKey;
  readonly what: Handing;
}

interface Props {
  readonly chair: Operator;
  readonly seq: number;
  readonly author: string;
  readonly held: boolean;
  /** what is handed out, as it is being edited; undefined while that makes no message */
  readonly handing: Handing | undefined;
}

export function QuickActs({ chair, seq, author, held, handing }: Props) {
  const t = useChairWords();
  const name = author === 'gauche' ? 'droite' : 'gauche';
  const acts: readonly Act[] = [
    held
      ? { word: 'act.forward', label: 'act.forward.label', what: {} }
      : { word: 'act.replay', label: 'act.replay.label', what: {} },
    { word: 'act.thrice', label: 'act.thrice.label', what: { times: 3 } },
    { word: 'act.delay', label: 'act.delay.label', what: { seconds: 10 } },
    { word: 'act.reflect', label: 'act.reflect.label', what: { to: [author] } },
    { word: 'act.relabel', label: 'act.relabel.label', what: { user: name } },
  ];
  return (
    <p class="acts">
      {acts.map(({ word, label, what }) => (
        <button
          key={word}
          type="button"
          disabled={handing === undefined}
          aria-label={t(label, { seq, name })}
          onClick={() => chair.handOut({ ...handing, ...what })}
        >
          {t(word, { name })}
        </button>
      ))}
      {held && (
        <button type="button" aria-label={t('act.drop.label', { seq })} onClick={() => chair.drop(seq)}>
          {t('act.drop')}
        </button>
      )}
    </p>
  );
}
