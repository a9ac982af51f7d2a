// One question as the whole class answered it: every answer, and which false beliefs are common.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { DrawnAnswers } from '../../notebook/drawn-answers.ts';
import { commonBeliefs, type ReadHandIn } from '../../teaching/hand-ins.ts';
import { MarkdownView } from '../MarkdownView.tsx';
import { useDesk } from './desk-context.ts';

interface AnswerProps {
  readonly drawn: DrawnAnswers;
  readonly pseudonym: string;
  readonly text: string;
}

function Answer({ drawn, pseudonym, text }: AnswerProps) {
  useEffect(() => void drawn.draw(text), [text]);
  const drawings = drawn.drawings.value.get(text);
  return (
    <li class="read-answer">
      <h4>{pseudonym}</h4>
      {drawings ? <MarkdownView drawings={drawings} heading="h5" /> : <p class="as-written">{text}</p>}
    </li>
  );
}

/** What the beliefs of a question are called; their ids, where this build does not say. */
function useBeliefs(question: number): ReadonlyMap<string, string> {
  const { base, lang, overview, titles } = useDesk();
  const [beliefs, setBeliefs] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isWanted = question <= titles.length;
    setBeliefs(new Map());
    void import('../../teaching/answer-keys.ts')
      .then(({ beliefsOf }) => (isWanted ? beliefsOf(base, lang, question, overview.passphrase) : new Map()))
      .then((found) => isWanted && setBeliefs(found));
    return () => {
      isWanted = false;
    };
  }, [question]);
  return beliefs;
}

interface Props {
  /** one more than there are: what belongs to none */
  readonly question: number;
  readonly handIns: readonly ReadHandIn[];
}

export function OneQuestion({ question, handIns }: Props) {
  const { t, titles } = useDesk();
  const drawn = useMemo(() => new DrawnAnswers(), []);
  const names = useBeliefs(question);
  const isQuestion = question <= titles.length;
  const answers = handIns.map(({ seat, pseudonym, answers: own, unplaced }) => ({
    seat,
    pseudonym,
    text: isQuestion ? (own[question] ?? '') : unplaced.join('\n\n'),
  }));
  const empty = answers.filter(({ text }) => text.trim() === '').map(({ pseudonym }) => pseudonym);
  const common = commonBeliefs(handIns, question);
  return (
    <div class="read-question">
      <h3>
        {isQuestion
          ? t('vote.pick', { number: question, title: titles[question - 1] ?? '' })
          : t('sheets.unplaced')}
      </h3>
      {isQuestion && (
        <div class="read-beliefs">
          <h4>{t('sheets.beliefs')}</h4>
          {common.length === 0 && <p>{t('sheets.beliefs.none')}</p>}
          <ul>
            {common.map(({ id, count }) => (
              <li key={id}>
                <b>{count}×</b> {names.get(id) ?? id}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul class="read-answers">
        {answers
          .filter(({ text }) => text.trim() !== '')
          .map(({ seat, pseudonym, text }) => (
            <Answer key={seat} drawn={drawn} pseudonym={pseudonym} text={text} />
          ))}
      </ul>
      {empty.length > 0 && (
        <p>{t(isQuestion ? 'sheets.noAnswer' : 'sheets.noneUnplaced', { names: empty.join(', ') })}</p>
      )}
    </div>
  );
}
