// The sentences of the page on which a sheet is handed in.
import type { Lang } from './langs.ts';
import type fr from './sheet.fr.json';
import { type Say, vocabulary } from './strings.ts';

export type SheetWords = Say<keyof typeof fr>;

export const sheetWords: (lang: Lang) => SheetWords = vocabulary('sheet');
