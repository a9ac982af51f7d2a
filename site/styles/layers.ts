// The order of the style layers: later ones win, whatever their selectors and whichever file comes first.

/** Stands inline in each page's head; the pages' policy knows it by its hash. */
export const LAYERS = '@layer reset,base,content,islands,utilities;';
