// What the relay does of itself: the rule that holds, and the form that sets another one.
import { useState } from 'preact/hooks';
import { RULE_ACTS } from '#server/mallory/rule.ts';
import type { Operator } from '../chat/operator.ts';
import { PEERS } from '../chat/relay-choice.ts';
import { FIRST_DRAFT, type RuleDraft, ruleOf } from '../chat/rule-draft.ts';
import { useBench } from './bench-context.ts';
import { RuleParameters } from './RuleParameters.tsx';
import { RuleScope } from './RuleScope.tsx';
import { ruleWords } from './rule-words.ts';
import { useChairWords } from './use-chair-words.ts';

const ACTS = ['none', ...RULE_ACTS] as const;

const isAct = (text: string): text is RuleDraft['act'] => ACTS.some((act) => act === text);

export function RuleForm({ chair }: { readonly chair: Operator }) {
  const { bench } = useBench();
  const t = useChairWords();
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const senders = [...new Set([...PEERS, ...bench.users.value])];
  const set = (changed: Partial<RuleDraft>) => setDraft({ ...draft, ...changed });
  const rule = chair.rule.value;
  const apply = (event: Event) => {
    event.preventDefault();
    chair.setRule(ruleOf(draft));
  };
  return (
    <form class="rule" onSubmit={apply} aria-label={t('rule.name')}>
      <div class="row">
        <label class="rule-act">
          {t('console.rule')}
          <select
            value={draft.act}
            onChange={({ currentTarget: { value } }) => isAct(value) && set({ act: value })}
          >
            {ACTS.map((act) => (
              <option key={act} value={act}>
                {t(`rule.${act}`)}
              </option>
            ))}
          </select>
        </label>
        <RuleParameters draft={draft} set={set} />
        {draft.act !== 'none' && <RuleScope draft={draft} set={set} senders={senders} />}
        <button type="submit" disabled={draft.act === 'none' && !rule}>
          {t('rule.apply')}
        </button>
      </div>
      {draft.act === 'tamper' && <p class="console-hint">{t('rule.tamperHint')}</p>}
      <p class={`rule-now ${rule ? 'is-set' : ''}`}>
        {t('rule.now', { rule: ruleWords(rule, t) })}
        {rule && (
          <button type="button" onClick={() => chair.setRule(undefined)}>
            {t('rule.stop')}
          </button>
        )}
      </p>
    </form>
  );
}
