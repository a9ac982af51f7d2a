// A line of the log that speaks of no message, where messages are inspected: to be read, and attached to an answer.
import { MOST_MESSAGES } from '../chat/timeline.ts';
import { writeExhibit } from '../notebook/exhibit-form.ts';
import { Attach } from './Attach.tsx';
import { useBench } from './bench-context.ts';
import { useInspectorWords } from './use-inspector-words.ts';

export function InspectedLine() {
  const { bench, reading, usable } = useBench();
  const t = useInspectorWords();
  const exhibit = bench.exhibit.value;
  if (exhibit?.line === undefined) return null;
  const { line } = exhibit;
  const seq = exhibit.message ? undefined : exhibit.seq;
  const piece = () => ({ kind: 'line', text: line, data: writeExhibit({ line }) }) as const; // one of the kinds that there are
  // The focus goes back to where lines are pressed: this button ends.
  const close = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const log = currentTarget.closest('[data-bench]')?.querySelector<HTMLElement>('[data-log] .lines');
    reading.close();
    log?.focus();
  };
  const isPressed = !exhibit.message && exhibit.isPressed === true;
  const origin = seq === undefined ? undefined : bench.chair.originOf(seq);
  const isInChair = bench.chair.operator.value?.seen.value.some((seen) => seen.seq === origin);
  return (
    <section class="inspector" aria-label={t('bench.inspector')}>
      <header>
        <h3 tabIndex={-1}>{t('inspector.line')}</h3>
        {!isPressed && <em>{t('inspector.exhibit')}</em>}
        {usable && isPressed && <Attach key={line} t={t} piece={piece} />}
        <button type="button" onClick={close}>
          {t('inspector.close')}
        </button>
      </header>
      <p class="bytes" dir="auto">
        {line}
      </p>
      <p>
        {seq === undefined
          ? t('inspector.lineNote')
          : t('inspector.lineForgotten', { seq, count: MOST_MESSAGES })}
        {isInChair && ` ${t('inspector.lineInChair')}`}
      </p>
    </section>
  );
}
