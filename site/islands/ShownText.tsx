// A text as somebody wrote it, from its beginning: of a long one, how much is not shown.
import { useSheet } from './sheet-context.ts';

/** Enough to tell which text it is; a long one would take a moment to lay out. Pairs of surrogates stay together. */
const BEGINNING = /^.{0,4000}/su;

export function ShownText({ text, isQuote }: { readonly text: string; readonly isQuote?: boolean }) {
  const { s } = useSheet();
  const [beginning = ''] = BEGINNING.exec(text) ?? [];
  const count = text.length - beginning.length;
  return (
    <>
      <p class={isQuote ? 'as-written quote' : 'as-written'}>{beginning}</p>
      {count > 0 && (
        <p class="sheet-note" data-unshown>
          {s('import.unshown', { count })}
        </p>
      )}
    </>
  );
}
