// Lines of a log, as a terminal shows them, in which what was looked for is marked.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QuotingLine } from '../../chat/client-log.ts';
import { piecesOf } from '../../experiments/searching.ts';
import { styleSheet } from '../style-sheet.ts';
import sheet from './MarkedLog.css?url';

await styleSheet(sheet);

interface Props {
  readonly label: string;
  readonly lines: readonly QuotingLine[];
  readonly phrase: string;
}

export function MarkedLine({ line, phrase }: { readonly line: QuotingLine; readonly phrase: string }) {
  return (
    <li>
      {piecesOf(line, phrase).map(({ text, kind }) =>
        kind ? <mark class={`is-${kind}`}>{text}</mark> : text,
      )}
    </li>
  );
}

/** A whole log, scrolled to its end: what was sent last was written last. */
export function MarkedLog({ label, lines, phrase }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const { current } = list;
    if (current) current.scrollTop = current.scrollHeight;
  }, [lines.length, phrase]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ol ref={list} class="marked-log" tabIndex={0} aria-label={label}>
      {lines.map((line, i) => (
        <MarkedLine key={i} line={line} phrase={phrase} />
      ))}
    </ol>
  );
}
