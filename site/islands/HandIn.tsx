// The page of the reader's sheet: what can be done with it, what a file would bring, and the sheet itself.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import { type SheetWords, sheetWords } from '../i18n/sheet-words.ts';
import { DrawnAnswers } from '../notebook/drawn-answers.ts';
import type { HandIn as HandInState } from '../notebook/hand-in.ts';
import { startHandIn } from '../notebook/page-hand-in.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { Sheet } from './Sheet.tsx';
import { SheetTools } from './SheetTools.tsx';
import { SheetContext, type SheetSection } from './sheet-context.ts';
import './HandIn.css';
import './SheetPrint.css';

interface Telling {
  readonly handIn: HandInState;
  readonly s: SheetWords;
}

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly sections: readonly SheetSection[];
}

/** What has become of the file that was chosen last, until there is something to show of it. It is newer than any change. */
function Opening({ handIn, s }: Telling) {
  const refusal = handIn.refusal.value;
  if (handIn.reading.value) return <p role="status">{s('import.reading')}</p>;
  if (!refusal) return null;
  return (
    <p role="alert" class="is-trouble">
      {s(`import.refused.${refusal}`)}
    </p>
  );
}

/** What was done last, or why nothing was; and the way back, perhaps of an earlier visit. It takes the focus from what has disappeared. */
function Told({ handIn, s }: Telling) {
  const told = useRef<HTMLDivElement>(null);
  const deed = handIn.deed.value;
  const way = handIn.way.value;
  const trouble = handIn.trouble.value;
  // Of layout: whoever goes on at once by keyboard goes on from here.
  useLayoutEffect(() => {
    if (deed) told.current?.focus();
  }, [deed]);
  return (
    <div class="sheet-told" ref={told} tabIndex={-1} role="status">
      {trouble && (
        <p class="is-trouble">
          {s(`sheet.trouble.${trouble}`)} {handIn.unchanged.value && s('sheet.unchanged')}
        </p>
      )}
      {deed && <p>{s(`sheet.deed.${deed}`)}</p>}
      {!deed && way && (
        <p>
          {s('sheet.deed.earlier')} {s(`sheet.deed.${way}`)}
        </p>
      )}
      {way && (
        <button type="button" onClick={() => void handIn.undo()}>
          {s('sheet.undo')}
        </button>
      )}
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
  const s = sheetWords(lang);
  return (
    <SheetContext.Provider value={{ base, s, lang, sections, handIn, drawn }}>
      <div class="hand-in">
        <SheetTools whole={whole} />
        <Opening handIn={handIn} s={s} />
        <Told handIn={handIn} s={s} />
        <ImportPreview own={whole} />
        <Sheet whole={whole} />
      </div>
    </SheetContext.Provider>
  );
}
