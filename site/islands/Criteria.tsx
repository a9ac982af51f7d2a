// What a good answer contains: the reader ticks what the own one contains, too.
import type { NotebookTranslate } from '../i18n/notebook-words.ts';
import { toggleCriterion } from '../notebook/compared.ts';
import { useMark } from './use-kept.ts';

interface Props {
  readonly criteria: readonly string[];
  readonly question: number;
  readonly t: NotebookTranslate;
}

export function Criteria({ criteria, question, t }: Props) {
  const met = useMark('compared', question)?.met ?? [];
  return (
    <fieldset class="criteria">
      <legend>{t('answer.criteria')}</legend>
      <p>
        {t('answer.tick')} <output>{t('answer.met', { met: met.length, all: criteria.length })}</output>
      </p>
      {criteria.map((criterion, i) => (
        <label key={criterion}>
          <input
            type="checkbox"
            checked={met.includes(i)}
            onChange={() => void toggleCriterion(question, i)}
          />
          <span>{criterion}</span>
        </label>
      ))}
    </fieldset>
  );
}
