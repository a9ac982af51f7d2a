// Whose messages a rule is for, which of them, and until when.
import type { RuleDraft } from '../chat/rule-draft.ts';
import { Count } from './Count.tsx';
import { useChairWords } from './use-chair-words.ts';

const UNTIL = ['ever', 'messages', 'seconds'] as const;

interface Props {
  readonly draft: RuleDraft;
  readonly set: (changed: Partial<RuleDraft>) => void;
  readonly senders: readonly string[];
}

export function RuleScope({ draft, set, senders }: Props) {
  const t = useChairWords();
  const { from, every, until, count } = draft;
  return (
    <>
      <label>
        {t('rule.from')}
        <select value={from} onChange={({ currentTarget }) => set({ from: currentTarget.value })}>
          <option value="">{t('rule.fromAll')}</option>
          {senders.map((sender) => (
            <option key={sender} value={sender}>
              {sender}
            </option>
          ))}
        </select>
      </label>
      <Count
        word="rule.every"
        least={1}
        most={100}
        value={every}
        onValue={(value) => set({ every: value })}
      />
      <label>
        {t('rule.until')}
        <select
          value={until}
          onChange={({ currentTarget }) =>
            set({ until: UNTIL.find((one) => one === currentTarget.value) ?? 'ever' })
          }
        >
          {UNTIL.map((one) => (
            <option key={one} value={one}>
              {t(`rule.until.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {until !== 'ever' && (
        <Count
          word={`rule.count.${until}`}
          least={1}
          most={until === 'messages' ? 1000 : 600}
          value={count}
          onValue={(value) => set({ count: value })}
        />
      )}
    </>
  );
}
