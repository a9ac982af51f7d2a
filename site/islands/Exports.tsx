// The sheet as a file: for a teacher, and for another browser.
import { asides } from '#server/sheets/sheet.ts';
import { download } from '../notebook/download.ts';
import { notebookFile, sheetFile } from '../notebook/own-sheet.ts';
import type { Whole } from '../notebook/whole.ts';
import { useSheet } from './sheet-context.ts';

export function Exports({ whole }: { readonly whole: Whole }) {
  const { s, lang } = useSheet();
  return (
    <>
      <button type="button" onClick={() => download(sheetFile(whole, s('sheet.name.default'), asides[lang]))}>
        {s('sheet.export.sheet')}
      </button>
      <button type="button" onClick={() => download(notebookFile(whole))}>
        {s('sheet.export.notebook')}
      </button>
    </>
  );
}
