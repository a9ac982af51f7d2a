// Attaches what is looked at to an answer: that of the page, or of a question that the reader names.
import { useState } from 'preact/hooks';
import type { InspectorTranslate } from '../i18n/inspector-words.ts';
import { askedQuestion } from '../notebook/asked-question.ts';
import { pageNotebook } from '../notebook/notebook.ts';
import type { NewPiece } from '../notebook/pieces.ts';
import sheet from './Attach.css?url';
import { styleSheet } from './style-sheet.ts';

await styleSheet(sheet);

interface Props {
  readonly t: InspectorTranslate;
  /** what is attached, as it is by now */
  readonly piece: () => Omit<NewPiece, 'question'>;
}

const QUESTIONS = Array.from({ length: 16 }, (_, i) => i + 1);

export function Attach({ t, piece }: Props) {
  const here = askedQuestion(document);
  const [question, setQuestion] = useState(here ?? 1);
  const [outcome, setOutcome] = useState<'attached' | 'refused' | 'failed'>();
  const attach = async () => {
    setOutcome(undefined); // so that the same words are told again
    setOutcome(await pageNotebook.attach({ ...piece(), question }));
  };
  return (
    <span class="attach">
      {here === undefined && (
        <label>
          {t('attach.question')}{' '}
          <select value={question} onChange={({ currentTarget }) => setQuestion(Number(currentTarget.value))}>
            {QUESTIONS.map((number) => (
              <option key={number} value={number}>
                {number}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" onClick={attach}>
        {t('attach.act')}
      </button>
      <span role="status">{outcome && t(`attach.${outcome}`, { question })}</span>
    </span>
  );
}
