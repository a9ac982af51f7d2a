// What there is to say about the act of a rule, besides whom it is for and until when.
import { MASK_PATTERN, parametersOf, type RuleDraft } from '../chat/rule-draft.ts';
import { Count } from './Count.tsx';
import { useChairWords } from './use-chair-words.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly set: (changed: Partial<RuleDraft>) => void;
}

export function RuleParameters({ draft, set }: Props) {
  const t = useChairWords();
  const wanted = parametersOf(draft.act);
  return (
    <>
      {wanted.includes('times') && (
        <Count
          word="rule.times"
          least={1}
          most={20}
          value={draft.times}
          onValue={(times) => set({ times })}
        />
      )}
      {wanted.includes('seconds') && (
        <Count
          word={draft.act === 'delay' ? 'rule.delaySeconds' : 'rule.interval'}
          least={draft.act === 'delay' ? 1 : 0}
          most={600}
          value={draft.seconds}
          onValue={(seconds) => set({ seconds })}
        />
      )}
      {wanted.includes('as') && (
        <label>
          {t('rule.as')}
          <input
            value={draft.as}
            required
            maxLength={64}
            autocomplete="off"
            onInput={({ currentTarget }) => set({ as: currentTarget.value })}
          />
        </label>
      )}
      {wanted.includes('ordinal') && (
        <Count
          word="rule.ordinal"
          least={1}
          most={65_536}
          value={draft.ordinal}
          onValue={(ordinal) => set({ ordinal })}
        />
      )}
      {wanted.includes('mask') && (
        <label>
          {t('rule.mask')}
          <input
            class="mono"
            value={draft.mask}
            required
            pattern={MASK_PATTERN}
            title={t('rule.mask.title')}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            onInput={({ currentTarget }) => set({ mask: currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}
