// A run of an attack that is attached to an answer, as it was recorded: nothing is run again.
import { useMemo } from 'preact/hooks';
import type { Exhibit } from '../chat/timeline.ts';
import type { Lang } from '../i18n/langs.ts';
import { readRecordedRun } from '../notebook/run-form.ts';
import { matrixWords } from './matrix-words.ts';
import sheet from './RunTrace.css?url';
import { styleSheet } from './style-sheet.ts';
import { TraceEvents } from './TraceEvents.tsx';

await styleSheet(sheet);

export interface RunTraceProps {
  readonly lang: Lang;
  /** of the piece */
  readonly data: string;
  readonly onLook: (exhibit: Exhibit) => void;
}

export function RunTrace({ lang, data, onLook }: RunTraceProps) {
  const words = matrixWords(lang);
  const run = useMemo(() => readRecordedRun(data), [data]);
  return (
    <div class="run-trace">
      {run ? <TraceEvents run={run} onLook={onLook} {...words} /> : <p>{words.m('trace.damaged')}</p>}
    </div>
  );
}
