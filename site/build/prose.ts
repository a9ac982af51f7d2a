// Turns an answer's Markdown into the small tree that a page can draw without ever parsing HTML.
import { type HastNode, markdownToHast } from 'satteri';
import { typeset } from '../i18n/french-spaces.ts';
import type { Lang } from '../i18n/langs.ts';
import { isProseTag, type Prose } from '../notebook/prose.ts';

function convert(lang: Lang, node: HastNode, inCode: boolean): Prose[] {
  if (node.type === 'text') {
    const text = inCode ? node.value : typeset(lang, node.value);
    return text.trim() === '' && text.includes('\n') ? [] : [text];
  }
  if (node.type !== 'element') throw new Error(`an answer holds a ${node.type}, which no page can draw`);
  if (!isProseTag(node.tagName))
    throw new Error(`an answer holds a <${node.tagName}>, which no page can draw`);
  const code = inCode || node.tagName === 'code';
  return [[node.tagName, ...node.children.flatMap((child) => convert(lang, child as HastNode, code))]];
}

/** @throws Error for Markdown beyond paragraphs, lists, emphasis and code */
export function proseOf(lang: Lang, markdown: string): Prose[] {
  const root = markdownToHast(markdown, { features: { smartPunctuation: true } });
  if (root.type !== 'root') return [];
  return root.children.flatMap((child) => convert(lang, child as HastNode, false));
}
