// A button that asks once more before it does something that cannot be undone.
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

interface Props {
  readonly label: string;
  readonly title: string;
  /** what exactly goes */
  readonly text: string;
  readonly sure: string;
  readonly onSure: () => void;
  /** what may be done first */
  readonly children?: ComponentChildren;
}

export function Confirm({ label, title, text, sure, onSure, children }: Props) {
  const { t } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} class="desk-dialog" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
        {children}
        <p class="desk-acts">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('confirm.cancel')}
          </button>
          <button
            type="button"
            class="is-grave"
            onClick={() => {
              dialog.current?.close();
              onSure();
            }}
          >
            {sure}
          </button>
        </p>
      </dialog>
    </>
  );
}
