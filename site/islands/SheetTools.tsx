// What can be done with the sheet: export, import, print, erase; and where it lives.
import { useEffect, useState } from 'preact/hooks';
import { QUESTIONS } from '#server/sheets/sheet.ts';
import type { RelayFile } from '../chat/relay-choice.ts';
import { classAt, isOfTheNetwork, ownAddress } from '../notebook/home-address.ts';
import { isAnswer } from '../notebook/own-answers.ts';
import { oneLine } from '../notebook/sheet-frame.ts';
import type { Whole } from '../notebook/whole.ts';
import { LateClassSheet } from './class/late-class-sheet.ts';
import { EraseAll } from './EraseAll.tsx';
import { Exports } from './Exports.tsx';
import { useSheet } from './sheet-context.ts';

function Import() {
  const { s, handIn } = useSheet();
  return (
    <label class="sheet-import">
      <input
        type="file"
        accept=".md,.markdown,.txt,.json,text/plain,text/markdown,application/json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void handIn.open(file);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      {s('sheet.import')}
    </label>
  );
}

export function SheetTools({ whole }: { readonly whole: Whole }) {
  const { s, base, handIn } = useSheet();
  const [inClass, setClass] = useState<RelayFile>();
  useEffect(() => void classAt(base).then(setClass), []);
  const passing = inClass ? 'sheet.class' : isOfTheNetwork(location.hostname) && 'sheet.network';
  const answered = whole.answers.filter(({ text }) => isAnswer(text)).length;
  return (
    <section class="sheet-tools" aria-label={s('sheet.tools')}>
      {handIn.trouble.value !== 'blocked' && (
        <p class={passing ? 'sheet-home is-class' : 'sheet-home'}>
          {s('sheet.lives', { address: ownAddress(base) })} {passing && <strong>{s(passing)}</strong>}
        </p>
      )}
      {inClass && <LateClassSheet file={inClass} whole={whole} />}
      <label class="sheet-name">
        {s('sheet.name')}
        <input
          type="text"
          value={whole.title}
          placeholder={s('sheet.name.default')}
          onChange={({ currentTarget }) => handIn.rename(oneLine(currentTarget.value))}
        />
      </label>
      <p class="sheet-acts">
        <Exports whole={whole} />
        <Import />
        <button type="button" onClick={() => print()}>
          {s('sheet.print')}
        </button>
        <EraseAll whole={whole} />
      </p>
      <p class="sheet-note">{s('sheet.export.note')}</p>
      <p class="sheet-note">{s('sheet.answered', { answered, all: QUESTIONS })}</p>
    </section>
  );
}
