// One answer of the sheet, drawn as its Markdown says, with its evidence below.
import { addressOf } from '../i18n/addresses.ts';
import { countWords } from '../notebook/own-answers.ts';
import type { Whole } from '../notebook/whole.ts';
import { DrawnText } from './DrawnText.tsx';
import { useSheet } from './sheet-context.ts';

interface Props {
  readonly whole: Whole;
  readonly number: number;
  readonly title: string;
}

export function SheetAnswer({ whole, number, title }: Props) {
  const { base, lang, s } = useSheet();
  const text = whole.answers.find(({ question }) => question === number)?.text ?? '';
  const evidence = whole.evidence.filter(({ question }) => question === number);
  const count = countWords(text);
  const isEmpty = text.trim() === '' && evidence.length === 0;
  return (
    <div class={isEmpty ? 'sheet-answer is-empty' : 'sheet-answer'} data-sheet-answer={number}>
      <h4>
        <span>{number}.</span> <a href={addressOf(base, lang, number)}>{title}</a>
      </h4>
      {isEmpty && <p class="unanswered">{s('sheet.unanswered')}</p>}
      {text !== '' && <DrawnText text={text} heading="h5" />}
      {evidence.map(({ id, text: piece }) => (
        <pre key={id}>{piece}</pre>
      ))}
      {count > 0 && (
        <p class="sheet-count screen-alone">{s(count === 1 ? 'sheet.word' : 'sheet.words', { count })}</p>
      )}
    </div>
  );
}
