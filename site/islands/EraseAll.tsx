// Erases the notebook, once the reader has been offered to take it along.
import { useRef } from 'preact/hooks';
import type { Whole } from '../notebook/whole.ts';
import { Exports } from './Exports.tsx';
import { useSheet } from './sheet-context.ts';

export function EraseAll({ whole }: { readonly whole: Whole }) {
  const { s, handIn } = useSheet();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {s('sheet.erase')}
      </button>
      <dialog ref={dialog} class="erase" aria-labelledby="erase-title">
        <h2 id="erase-title">{s('erase.title')}</h2>
        <p>{s('erase.text')}</p>
        <p class="sheet-acts">
          <Exports whole={whole} />
        </p>
        <p class="sheet-acts">
          <button type="button" onClick={() => dialog.current?.close()}>
            {s('erase.cancel')}
          </button>
          <button
            type="button"
            class="is-grave"
            onClick={() => {
              dialog.current?.close();
              void handIn.erase();
            }}
          >
            {s('erase.do')}
          </button>
        </p>
      </dialog>
    </>
  );
}
