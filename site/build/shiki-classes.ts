// Turns Shiki's inline styles into classes: the pages' policy allows no inline style.
import type { ShikiTransformer } from 'shiki';

export const classesForStyles: ShikiTransformer = {
  name: 'classes-for-styles',
  pre(node) {
    delete node.properties.style;
  },
  span(node) {
    const token = String(node.properties.style ?? '').match(/--astro-code-token-([\w-]+)/)?.[1];
    delete node.properties.style;
    if (token) this.addClassToHast(node, `code-${token}`);
  },
};
