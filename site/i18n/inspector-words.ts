// The sentences of the inspector, which come with it.
import type inspector from './inspector.fr.json';
import type { Lang } from './langs.ts';
import type refusals from './refusals.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export type InspectorTranslate = Say<Key | keyof typeof inspector | keyof typeof refusals>;

export const inspectorWords: (lang: Lang) => InspectorTranslate = vocabulary('site', 'inspector', 'refusals');
