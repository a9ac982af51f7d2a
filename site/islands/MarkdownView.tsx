// Draws the Markdown of an answer: elements and text nodes, never HTML from a string.
import { type ComponentChild, h } from 'preact';
import { type Drawing, shallowestHeading } from '../notebook/drawing.ts';

export type HeadingTag = 'h4' | 'h5';

interface Props {
  readonly drawings: readonly Drawing[];
  /** what the first level of headings within the answer is, by what the answer stands under; deeper ones follow */
  readonly heading: HeadingTag;
}

const DEEPEST_HEADING = 6;

export function MarkdownView({ drawings, heading }: Props) {
  // Level 1 of an answer that begins with `##` is `##`.
  const offset = Number(heading.slice(1)) - shallowestHeading(drawings);
  const draw = (drawing: Drawing): ComponentChild => {
    if (typeof drawing === 'string') return drawing;
    const children = drawing.children.map(draw);
    switch (drawing.tag) {
      case 'a':
        return (
          <a href={drawing.href} rel="noreferrer">
            {children}
          </a>
        );
      case 'ol':
        return <ol start={drawing.start}>{children}</ol>;
      case 'heading':
        return h(`h${Math.min(DEEPEST_HEADING, drawing.level + offset)}`, null, ...children);
      default:
        return h(drawing.tag, null, ...children);
    }
  };
  return <div class="markdown">{drawings.map(draw)}</div>;
}
