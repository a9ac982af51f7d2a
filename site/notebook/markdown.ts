// Reads the Markdown of an answer into a small tree that a page can draw without ever parsing HTML.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Drawing } from './drawing.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];
type Table = Extract<Node, { type: 'table' }>;

const SAME_CHILDREN = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  listItem: 'li',
  blockquote: 'blockquote',
} as const;

const SAFE_LINK = /^(?:https?:\/\/|mailto:)/i;

/** Nobody writes deeper than that, and a page cannot draw it much deeper. */
const DEEPEST = 24;

const isParent = (type: string): type is keyof typeof SAME_CHILDREN => Object.hasOwn(SAME_CHILDREN, type);

/**
 * Whatever a page should not draw stands there as it was written: HTML, pictures, links to anything but the web and mail,
 * references and what they refer to.
 * It may take very long for a text that was made for that: see `MarkdownReader`.
 */
export function readMarkdown(markdown: string): readonly Drawing[] {
  const asWritten = ({ position }: Node) =>
    markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const drawAll = (nodes: readonly Node[], depth: number) => nodes.map((node) => draw(node, depth));

  function drawTable({ children: [head, ...body] }: Table, depth: number): Drawing {
    const row = (cells: Table['children'][number] | undefined, tag: 'th' | 'td'): Drawing => ({
      tag: 'tr',
      children: (cells?.children ?? []).map(({ children }) => ({
        tag,
        children: drawAll(children, depth + 1),
      })),
    });
    const rows: Drawing[] = body.map((cells) => row(cells, 'td'));
    const children: Drawing[] = [{ tag: 'thead', children: [row(head, 'th')] }];
    if (rows.length > 0) children.push({ tag: 'tbody', children: rows });
    return { tag: 'table', children };
  }

  function draw(node: Node, depth: number): Drawing {
    if (depth > DEEPEST) return asWritten(node);
    if (isParent(node.type) && 'children' in node)
      return { tag: SAME_CHILDREN[node.type], children: drawAll(node.children, depth + 1) };
    switch (node.type) {
      case 'heading':
        return { tag: 'heading', level: node.depth, children: drawAll(node.children, depth + 1) };
      case 'table':
        return drawTable(node, depth);
      case 'text':
        return node.value;
      case 'inlineCode':
        return { tag: 'code', children: [node.value] };
      case 'code':
        return { tag: 'pre', children: [node.value] };
      case 'break':
        return { tag: 'br', children: [] };
      case 'thematicBreak':
        return { tag: 'hr', children: [] };
      case 'list': {
        const children = drawAll(node.children, depth + 1);
        return node.ordered ? { tag: 'ol', start: node.start ?? 1, children } : { tag: 'ul', children };
      }
      case 'link':
        if (!SAFE_LINK.test(node.url)) return asWritten(node);
        return { tag: 'a', href: node.url, children: drawAll(node.children, depth + 1) };
      default:
        // Between blocks, a text of its own would run into its neighbours.
        return depth === 0 ? { tag: 'p', children: [asWritten(node)] } : asWritten(node);
    }
  }

  const { children } = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return drawAll(children, 0);
}
