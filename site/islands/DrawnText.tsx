// A text of the sheet, drawn as its Markdown says; until that is read, it stands as it was written.
import { useEffect } from 'preact/hooks';
import { type HeadingTag, MarkdownView } from './MarkdownView.tsx';
import { useSheet } from './sheet-context.ts';

interface Props {
  readonly text: string;
  /** what its first level of headings is, by what it stands under */
  readonly heading: HeadingTag;
}

export function DrawnText({ text, heading }: Props) {
  const { drawn } = useSheet();
  useEffect(() => void drawn.draw(text), [text]);
  const drawings = drawn.drawings.value.get(text);
  return drawings ? <MarkdownView drawings={drawings} heading={heading} /> : <p class="as-written">{text}</p>;
}
