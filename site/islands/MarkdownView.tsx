// Draws the Markdown of an answer: elements and text nodes, never HTML from a string.
import { type ComponentChild, h } from 'preact';
import type { Drawing } from '../notebook/markdown.ts';

interface Props {
  readonly drawings: readonly Drawing[];
  /** what a heading within the answer is, by what the answer stands under */
  readonly heading: 'h4' | 'h5';
}

function draw(drawing: Drawing, heading: Props['heading']): ComponentChild {
  if (typeof drawing === 'string') return drawing;
  const children = drawing.children.map((child) => draw(child, heading));
  if (drawing.tag === 'a')
    return (
      <a href={drawing.href} rel="noreferrer">
        {children}
      </a>
    );
  if (drawing.tag === 'ol') return <ol start={drawing.start}>{children}</ol>;
  return h(drawing.tag === 'heading' ? heading : drawing.tag, null, ...children);
}

export function MarkdownView({ drawings, heading }: Props) {
  return <div class="markdown">{drawings.map((drawing) => draw(drawing, heading))}</div>;
}
