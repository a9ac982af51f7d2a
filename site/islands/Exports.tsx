// The sheet as a file: for a teacher, and for another browser.
import { download } from '../notebook/download.ts';
import { notebookFile, sheetFile } from '../notebook/own-sheet.ts';
import type { Whole } from '../notebook/whole.ts';
import { useSheet } from './sheet-context.ts';

export function Exports({ whole }: { readonly whole: Whole }) {
  const { s } = useSheet();
  return (
    <>
      <button type="button" onClick={() => download(sheetFile(whole, s('sheet.name.default')))}>
        {s('sheet.export.sheet')}
      </button>
      <button type="button" onClick={() => download(notebookFile(whole))}>
        {s('sheet.export.notebook')}
      </button>
    </>
  );
}
