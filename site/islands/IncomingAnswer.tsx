// An answer that a file would bring, beside the own one, and which of the two is to stand.
import type { Evidence } from '../notebook/database.ts';
import { answerIn, saysTheSame, withEvidence } from '../notebook/own-sheet.ts';
import type { Whole } from '../notebook/whole.ts';
import { ShownText } from './ShownText.tsx';
import { useSheet } from './sheet-context.ts';

interface Props {
  readonly own: Whole;
  readonly question: number;
  readonly text: string;
  /** what the file attaches to answers; none where it is a sheet */
  readonly evidence: readonly Evidence[];
}

export function IncomingAnswer({ own, question, text, evidence }: Props) {
  const { s, sections, handIn } = useSheet();
  const title = sections
    .flatMap(({ questions }) => questions)
    .find(({ number }) => number === question)?.title;
  // Both sides as a sheet says them: a sheet's answer has its evidence below it.
  const there = answerIn(own, question);
  const coming = withEvidence(
    text,
    evidence.filter((piece) => piece.question === question),
  );
  const isSame = saysTheSame(own, question, text);
  const isWritten = own.answers.some((answer) => answer.question === question && answer.text !== '');
  const isTaken = handIn.taken.value.has(question);
  const choice = (taken: boolean) => (
    <label>
      <input
        type="radio"
        name={`choice-${question}`}
        checked={isTaken === taken}
        onChange={() => handIn.take(question, taken)}
      />
      {s(taken ? 'import.take' : 'import.keep')}
    </label>
  );
  return (
    <section
      class="incoming"
      data-incoming={question}
      aria-label={s('import.question', { number: question, title: title ?? '' })}
    >
      <h3>{s('import.question', { number: question, title: title ?? '' })}</h3>
      {isSame ? (
        <p>{s('import.same')}</p>
      ) : (
        <div class="incoming-pair">
          <div>
            <h4>{s('import.own')}</h4>
            {there === '' ? (
              <p class="unanswered">{s('import.own.empty')}</p>
            ) : (
              <ShownText text={there} isQuote />
            )}
          </div>
          <div>
            <h4>{s('import.file')}</h4>
            <ShownText text={coming} isQuote />
          </div>
        </div>
      )}
      {!isSame && isWritten && (
        <fieldset>
          <legend>{s('import.choice', { number: question })}</legend>
          {choice(false)}
          {choice(true)}
        </fieldset>
      )}
    </section>
  );
}
