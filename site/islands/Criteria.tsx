// A model answer, and what a good one contains: the reader ticks what the own one contains, too.
import type { NotebookTranslate } from '../i18n/notebook-words.ts';
import { toggleCriterion } from '../notebook/compared.ts';
import type { ModelAnswer } from '../notebook/model-answer.ts';
import { ProseView } from './ProseView.tsx';
import { useFocus } from './use-focus.ts';
import { useMark } from './use-kept.ts';

interface Props {
  readonly answer: ModelAnswer;
  readonly question: number;
  readonly t: NotebookTranslate;
}

export function Model({ answer: { prose, criteria }, question, t }: Props) {
  const heading = useFocus<HTMLHeadingElement>();
  const met = useMark('compared', question)?.met ?? [];
  return (
    <div class="model">
      <h3 ref={heading} tabIndex={-1}>
        {t('answer.model')}
      </h3>
      <ProseView prose={prose} />
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
    </div>
  );
}
