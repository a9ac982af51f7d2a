// What a file would bring, beside what stands there now: nothing changes before the reader says so.
import { useEffect, useRef } from 'preact/hooks';
import type { Whole } from '../notebook/whole.ts';
import { IncomingAnswer } from './IncomingAnswer.tsx';
import { useSheet } from './sheet-context.ts';
import { UnplacedBlocks } from './UnplacedBlocks.tsx';

export function ImportPreview({ own }: { readonly own: Whole }) {
  const { s, handIn } = useSheet();
  const heading = useRef<HTMLHeadingElement>(null);
  const incoming = handIn.incoming.value;
  useEffect(() => heading.current?.focus(), [incoming?.name]);
  if (!incoming) return null;
  const { name, brings } = incoming;
  const { answers, unplaced, frame, whole } = brings;
  return (
    <section class="import" data-import aria-labelledby="import-title">
      <h2 id="import-title" ref={heading} tabIndex={-1}>
        {s('import.heading', { name })}
      </h2>
      <p>{s('import.found', { count: answers.size })}</p>
      {whole && (
        <p>
          {s('import.more', {
            versions: whole.versions.length,
            marks: whole.marks.length,
            evidence: whole.evidence.length,
            runs: whole.runs.length,
          })}
        </p>
      )}
      {unplaced.length > 0 && (
        <>
          <h3>{s('import.unplaced')}</h3>
          <p>{s('import.unplaced.note')}</p>
          <UnplacedBlocks
            key={name}
            blocks={unplaced}
            onPlace={(block, question) => handIn.place(block, question)}
          />
        </>
      )}
      {[...answers]
        .sort(([a], [b]) => a - b)
        .map(([question, text]) => (
          <IncomingAnswer
            key={question}
            own={own}
            question={question}
            text={text}
            evidence={whole?.evidence ?? []}
          />
        ))}
      {frame.length > 0 && (
        <details class="import-frame">
          <summary>{s('import.frame')}</summary>
          <p class="as-written">{frame.join('\n')}</p>
        </details>
      )}
      <p class="sheet-note">{s('import.note')}</p>
      <p class="sheet-acts">
        <button type="button" onClick={() => void handIn.merge()}>
          {s('import.merge')}
        </button>
        <button type="button" onClick={() => void handIn.replace()}>
          {s('import.replace')}
        </button>
        <button type="button" onClick={() => handIn.cancel()}>
          {s('import.cancel')}
        </button>
      </p>
    </section>
  );
}
