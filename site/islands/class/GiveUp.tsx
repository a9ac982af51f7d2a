// Gives the seat up: on this browser alone, or with all that the server keeps of its student.
import { useRef, useState } from 'preact/hooks';
import type { DeskTrouble } from '../../class/class-desk.ts';
import { useClass } from './class-context.ts';

export function GiveUp() {
  const { own, desk, c } = useClass();
  const dialog = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState<DeskTrouble>();
  const erase = async () => {
    dialog.current?.close();
    const told = await desk.eraseSeat();
    setTrouble(told);
    if (told === undefined || told === 'BAD_CODE') own.standUp();
  };
  return (
    <details>
      <summary>{c('leave.name')}</summary>
      <p>{c('leave.here.why')}</p>
      <p>
        <button type="button" onClick={() => own.standUp()}>
          {c('leave.here')}
        </button>
      </p>
      <p>{c('leave.erase.why')}</p>
      <p>
        <button type="button" class="is-grave" onClick={() => dialog.current?.showModal()}>
          {c('leave.erase')}
        </button>
      </p>
      {trouble && <p role="alert">{c(`desk.${trouble}`)}</p>}
      <dialog ref={dialog} class="class-dialog" aria-labelledby="leave-title">
        <h2 id="leave-title">{c('leave.erase')}</h2>
        <p>{c('leave.sure')}</p>
        <p class="class-acts">
          <button type="button" onClick={() => dialog.current?.close()}>
            {c('leave.cancel')}
          </button>
          <button type="button" class="is-grave" onClick={() => void erase()}>
            {c('leave.do')}
          </button>
        </p>
      </dialog>
    </details>
  );
}
