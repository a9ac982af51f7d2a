// Offers the notebook back that the class has kept, where this browser has none: it shows first what it would bring.
import { useEffect, useState } from 'preact/hooks';
import { isBlank, notebookToTakeBack } from '../../class/kept-notebook.ts';
import type { Whole } from '../../notebook/whole.ts';
import { useSheet } from '../sheet-context.ts';
import { useClass } from './class-context.ts';

export function TakeBack({ whole }: { readonly whole: Whole }) {
  const { own, desk, c } = useClass();
  const { handIn } = useSheet();
  const [file, setFile] = useState<File>();
  const keeps = own.state.value?.keepsNotebooks === true;
  useEffect(() => {
    if (keeps) void notebookToTakeBack(desk).then(setFile);
  }, [keeps]);
  if (!file || !isBlank(whole) || handIn.incoming.value) return null;
  return (
    <section class="class-consent" aria-label={c('back.name')}>
      <p>{c('back.offer')}</p>
      <p class="class-acts">
        <button type="button" onClick={() => void handIn.open(file)}>
          {c('back.look')}
        </button>
      </p>
    </section>
  );
}
