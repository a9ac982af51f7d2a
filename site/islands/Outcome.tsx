// What the reader had predicted beside what the experiment has shown, and what the reader thinks now.
import type { Goal } from '../experiments/experiment.ts';
import type { Lang } from '../i18n/langs.ts';
import { notebookWords } from '../i18n/notebook-words.ts';
import { bet, betOptions, latest, optionWords } from '../notebook/bets.ts';
import sheet from './Outcome.css?url';
import { styleSheet } from './style-sheet.ts';
import { useMark } from './use-kept.ts';

await styleSheet(sheet);

interface Props {
  readonly lang: Lang;
  readonly question: number;
  /** what was reached */
  readonly goals: readonly Goal[];
}

export function Outcome({ lang, question, goals }: Props) {
  const t = notebookWords(lang);
  const prediction = useMark('prediction', question);
  if (!prediction) return null;
  const { first, last } = prediction;
  const now = latest(prediction).option;
  return (
    <section class="outcome" aria-label={t('outcome.name')}>
      <dl>
        <dt>{t('outcome.predicted')}</dt>
        <dd>
          {optionWords(document, first.option)}
          {first.confidence && <small> ({t(`outcome.sure.${first.confidence}`)})</small>}
        </dd>
        <dt>{t('outcome.seen')}</dt>
        <dd>
          <ul>
            {goals.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <fieldset>
        <legend>{t('outcome.now')}</legend>
        {betOptions(document).map(({ option, words }) => (
          <label key={option}>
            <input
              type="radio"
              name="outcome"
              checked={option === now}
              onChange={() => bet(document, option)}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <p role="status">{last && t(last.option === first.option ? 'outcome.kept' : 'outcome.changed')}</p>
    </section>
  );
}
