// What opens once an answer is compared: what it may believe, the own text beside the model, and what a good one contains.
import type { NotebookTranslate } from '../i18n/notebook-words.ts';
import type { ModelAnswer } from '../notebook/model-answer.ts';
import sheet from './Compared.css?url';
import { Criteria } from './Criteria.tsx';
import { Preview } from './Preview.tsx';
import { ProseView } from './ProseView.tsx';
import { CommonBeliefs, Refutations } from './Refutations.tsx';
import { styleSheet } from './style-sheet.ts';
import { useFocus } from './use-focus.ts';

await styleSheet(sheet);

interface Props {
  readonly answer: ModelAnswer;
  readonly base: string;
  readonly question: number;
  /** the own answer */
  readonly text: string;
  readonly t: NotebookTranslate;
}

export function Compared({ answer: { prose, criteria, beliefs }, base, question, text, t }: Props) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <section class="compared">
      <h3 ref={heading} tabIndex={-1}>
        {t('answer.compared')}
      </h3>
      {/* Before the model: whoever has read that one, finds in the own answer what it says. */}
      <Refutations beliefs={beliefs} base={base} question={question} text={text} t={t} />
      <div class="beside">
        <div class="own">
          <h3>{t('answer.own')}</h3>
          <Preview lang={t.lang} text={text} />
        </div>
        <div class="model">
          <h3>{t('answer.model')}</h3>
          <ProseView prose={prose} />
        </div>
      </div>
      <Criteria criteria={criteria} question={question} t={t} />
      <CommonBeliefs beliefs={beliefs} base={base} question={question} t={t} />
    </section>
  );
}
