// A passage that belongs to no question, with the choice of one.
import { useState } from 'preact/hooks';
import { QUESTIONS } from '#server/sheets/sheet.ts';
import { DrawnText } from './DrawnText.tsx';
import { ShownText } from './ShownText.tsx';
import { useSheet } from './sheet-context.ts';

interface Props {
  /** its place among the others, from 0 */
  readonly block: number;
  readonly text: string;
  onPlace(question: number): void;
  /** absent where it can only be left: before it is part of the sheet */
  onRemove?(): void;
}

const QUESTION_NUMBERS = Array.from({ length: QUESTIONS }, (_, i) => i + 1);

export function UnplacedBlock({ block, text, onPlace, onRemove }: Props) {
  const { s } = useSheet();
  const [question, setQuestion] = useState(1);
  const named = { block: block + 1 };
  return (
    <div class="unplaced" data-block={block}>
      {onRemove ? <DrawnText text={text} heading="h4" /> : <ShownText text={text} />}
      <p class="unplaced-bar screen-alone">
        <label>
          {s('sheet.place')}{' '}
          <select
            value={question}
            aria-label={s('sheet.place.label', named)}
            onChange={({ currentTarget }) => setQuestion(Number(currentTarget.value))}
          >
            {QUESTION_NUMBERS.map((number) => (
              <option key={number} value={number}>
                {s('sheet.place.question', { number })}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          aria-label={s('sheet.place.do.label', { ...named, number: question })}
          onClick={() => onPlace(question)}
        >
          {s('sheet.place.do')}
        </button>
        {onRemove && (
          <button type="button" aria-label={s('sheet.remove.label', named)} onClick={onRemove}>
            {s('sheet.remove')}
          </button>
        )}
      </p>
    </div>
  );
}
