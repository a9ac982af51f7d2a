// Asks once whether the server may keep the notebook, where the teacher offers it.
import { inDays } from '../../i18n/in-days.ts';
import { useClass } from './class-context.ts';

export function NotebookConsent() {
  const { own, c, retentionDays } = useClass();
  const seat = own.seat.value;
  if (!seat || seat.notebook !== undefined || own.state.value?.ended) return null;
  const days = own.state.value?.retentionDays ?? retentionDays ?? 0;
  return (
    <section class="class-consent" aria-label={c('keep.name')}>
      <p>{c('keep.ask', { days: inDays(c, days) })}</p>
      <p class="class-acts">
        <button type="button" onClick={() => own.allowNotebook(true)}>
          {c('keep.yes')}
        </button>
        <button type="button" onClick={() => own.allowNotebook(false)}>
          {c('keep.no')}
        </button>
      </p>
    </section>
  );
}
