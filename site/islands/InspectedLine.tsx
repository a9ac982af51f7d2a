// A line of the log that speaks of no message, where messages are inspected: to be read, and attached to an answer.
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
  const piece = () => ({ kind: 'line', text: line, data: writeExhibit({ line }) }) as const; // one of the kinds that there are
  // The focus goes back to where lines are pressed: this button ends.
  const close = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const log = currentTarget.closest('[data-bench]')?.querySelector<HTMLElement>('[data-log] .lines');
    reading.close();
    log?.focus();
  };
  const isPressed = !exhibit.message && exhibit.isPressed === true;
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
      <p>{t('inspector.lineNote')}</p>
    </section>
  );
}
