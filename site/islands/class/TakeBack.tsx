// Offers the notebook back that the class has kept and that is not the one here: it shows first what it would bring.
import { isBlank } from '../../class/kept-notebook.ts';
import type { Whole } from '../../notebook/whole.ts';
import { useSheet } from '../sheet-context.ts';
import { useClass } from './class-context.ts';

export function TakeBack({ whole }: { readonly whole: Whole }) {
  const { kept, c } = useClass();
  const { handIn } = useSheet();
  const copy = kept.other.value;
  if (!copy || handIn.incoming.value) return null;
  const look = () => {
    const file = new File([copy.blob], 'answers.json', { type: 'application/json' });
    void handIn.open(file, () => kept.settle(copy));
  };
  const hasOwn = !isBlank(whole);
  return (
    <section class="class-consent" aria-label={c('back.name')}>
      <p>{c(hasOwn ? 'back.other' : 'back.offer')}</p>
      <p class="class-acts">
        <button type="button" onClick={look}>
          {c('back.look')}
        </button>
        {hasOwn && (
          <button type="button" onClick={() => kept.settle(copy)}>
            {c('back.without')}
          </button>
        )}
      </p>
    </section>
  );
}
