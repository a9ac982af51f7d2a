// Gives the workbook's prose its non-breaking spaces, code apart.
import { defineMdastPlugin } from 'satteri';
import { frenchSpaces } from '../i18n/french-spaces.ts';

export const frenchSpacesPlugin = defineMdastPlugin({
  name: 'french-spaces',
  text(node, context) {
    // The path tells the language: site/content/en/ keeps its spaces.
    if (context.fileURL?.pathname.includes('/en/')) return;
    const spaced = frenchSpaces(node.value);
    if (spaced !== node.value) context.setProperty(node, 'value', spaced);
  },
});
