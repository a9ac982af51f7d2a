// Where each page of the workbook is, in each language.
import type { Lang } from './langs.ts';

/** The pages that are no question. */
export const places = [
  'home',
  'bench',
  'matrix',
  'beyond',
  'protocol',
  'cage',
  'sheet',
  'flaws',
  'search',
  'class',
] as const;

type PageName = (typeof places)[number];

/** The pages of a class that no page of the workbook leads to. */
export const classPlaces = ['teaching', 'projector'] as const;

/** A page by its name, a question by its number. */
export type Place = PageName | (typeof classPlaces)[number] | number;

const FOLDERS: Readonly<Record<Lang, Readonly<Record<Exclude<Place, number>, string>>>> = {
  fr: {
    home: '',
    bench: 'banc/',
    matrix: 'matrice/',
    beyond: 'au-dela/',
    protocol: 'protocole/',
    cage: 'cage/',
    sheet: 'copie/',
    flaws: 'failles/',
    search: 'recherche/',
    class: 'classe/',
    teaching: 'prof/',
    projector: 'journal/',
  },
  en: {
    home: 'en/',
    bench: 'en/bench/',
    matrix: 'en/matrix/',
    beyond: 'en/beyond/',
    protocol: 'en/protocol/',
    cage: 'en/cage/',
    sheet: 'en/sheet/',
    flaws: 'en/flaws/',
    search: 'en/search/',
    class: 'en/class/',
    teaching: 'en/teacher/',
    projector: 'en/journal/',
  },
};

/** @param base - the path that the site was built for, with a slash at both ends */
export function addressOf(base: string, lang: Lang, place: Place): string {
  const folders = FOLDERS[lang];
  return base + (typeof place === 'number' ? `${folders.home}questions/${place}/` : folders[place]);
}

/** What a model answer is called below `answers/`, without its ending. */
export function answerName(lang: Lang, question: number): string {
  return lang === 'fr' ? String(question) : `${lang}/${question}`;
}
