// The page of the reader's sheet: what can be done with it, what a file would bring, and the sheet itself.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import { sheetWords } from '../i18n/sheet-words.ts';
import { DrawnAnswers } from '../notebook/drawn-answers.ts';
import type { HandIn as HandInState } from '../notebook/hand-in.ts';
import { startHandIn } from '../notebook/page-hand-in.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { Sheet } from './Sheet.tsx';
import { SheetTools } from './SheetTools.tsx';
import { SheetContext, type SheetSection } from './sheet-context.ts';
import './HandIn.css';
import './SheetPrint.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly sections: readonly SheetSection[];
}

/** What was done last, perhaps on an earlier visit, or why nothing was; and the way back. It takes the focus from what has disappeared. */
function Told({ handIn, lang }: { readonly handIn: HandInState; readonly lang: Lang }) {
  const s = sheetWords(lang);
  const told = useRef<HTMLDivElement>(null);
  const deed = handIn.deed.value;
  const way = handIn.way.value;
  const trouble = handIn.trouble.value;
  const last = deed ?? way;
  // Of layout: whoever goes on at once by keyboard goes on from here.
  useLayoutEffect(() => {
    if (deed) told.current?.focus();
  }, [deed]);
  return (
    <div class="sheet-told" ref={told} tabIndex={-1} role="status">
      {last && <p>{s(`sheet.deed.${last}`)}</p>}
      {way && (
        <button type="button" onClick={() => void handIn.undo()}>
          {s('sheet.undo')}
        </button>
      )}
      {trouble && <p class="is-trouble">{s(`sheet.trouble.${trouble}`)}</p>}
    </div>
  );
}

export default function HandIn({ base, lang, sections }: Props) {
  const [handIn, setHandIn] = useState<HandInState>();
  const drawn = useMemo(() => new DrawnAnswers(), []);
  useEffect(() => {
    const started = startHandIn();
    setHandIn(started.handIn);
    return started.stop;
  }, []);
  const whole = handIn?.whole.value;
  if (!handIn || !whole) return <div class="hand-in" aria-busy="true" />;
  return (
    <SheetContext.Provider value={{ base, s: sheetWords(lang), lang, sections, handIn, drawn }}>
      <div class="hand-in">
        <SheetTools whole={whole} />
        <Told handIn={handIn} lang={lang} />
        <ImportPreview own={whole} />
        <Sheet whole={whole} />
      </div>
    </SheetContext.Provider>
  );
}
