// The sentences of comparing: with a model answer, and of a prediction with what was seen.
import type { Lang } from './langs.ts';
import type notebook from './notebook.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export type NotebookTranslate = Say<Key | keyof typeof notebook>;

export const notebookWords: (lang: Lang) => NotebookTranslate = vocabulary('site', 'notebook');
