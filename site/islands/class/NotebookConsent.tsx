// Asks once whether the server may keep the notebook, where the teacher offers it; and tells when it keeps another one of this student.
import { addressOf } from '../../i18n/addresses.ts';
import { inDays } from '../../i18n/in-days.ts';
import { useClass } from './class-context.ts';
import { useStripHeir } from './use-strip-heir.ts';

/** The page of the sheet offers it itself. */
function OtherCopy() {
  const { base, lang, c } = useClass();
  const sheet = addressOf(base, lang, 'sheet');
  if (location.pathname === sheet) return null;
  return (
    <p class="class-consent" role="status">
      <span>{c('back.elsewhere')}</span> <a href={sheet}>{c('back.sheet')}</a>
    </p>
  );
}

function Question() {
  const { own, c, retentionDays } = useClass();
  const part = useStripHeir<HTMLElement>();
  const days = own.state.value?.retentionDays ?? retentionDays ?? 0;
  return (
    <section class="class-consent" aria-label={c('keep.name')} ref={part}>
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

export function NotebookConsent() {
  const { own, kept } = useClass();
  const seat = own.seat.value;
  if (kept.other.value) return <OtherCopy />;
  if (!seat || seat.notebook !== undefined || own.state.value?.ended) return null;
  return <Question />;
}
