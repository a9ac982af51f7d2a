// The clean sheet: a title, sections, numbers that run on, and what the reader answered.
import type { Whole } from '../notebook/whole.ts';
import { SheetAnswer } from './SheetAnswer.tsx';
import { useSheet } from './sheet-context.ts';
import { UnplacedBlocks } from './UnplacedBlocks.tsx';

export function Sheet({ whole }: { readonly whole: Whole }) {
  const { s, sections, handIn } = useSheet();
  const { title, unplaced } = whole;
  return (
    <article class="sheet" aria-label={s('sheet.title')}>
      <h2 class="sheet-title">{title || s('sheet.name.default')}</h2>
      {sections.map(({ name, questions }) => (
        <section key={name}>
          <h3>{name}</h3>
          {questions.map((question) => (
            <SheetAnswer key={question.number} whole={whole} {...question} />
          ))}
        </section>
      ))}
      {unplaced.length > 0 && (
        <section data-unplaced>
          <h3>{s('sheet.unplaced')}</h3>
          <p class="screen-alone">{s('sheet.unplaced.note')}</p>
          <UnplacedBlocks
            blocks={unplaced}
            onPlace={(block, question) => void handIn.placeKept(block, question)}
            onRemove={(block) => void handIn.remove(block)}
          />
        </section>
      )}
    </article>
  );
}
