// Draws a prose tree: elements and text nodes, never HTML from a string.
import { h, type VNode } from 'preact';
import { isProseTag, type Prose } from '../notebook/prose.ts';

function draw(node: Prose): VNode | string {
  if (typeof node === 'string') return node;
  const [tag, ...children] = node;
  // The type says so already; a sealed answer's JSON has been through more hands.
  return isProseTag(tag) ? h(tag, null, ...children.map(draw)) : '';
}

export function ProseView({ prose }: { readonly prose: readonly Prose[] }) {
  return <div class="prose">{prose.map(draw)}</div>;
}
