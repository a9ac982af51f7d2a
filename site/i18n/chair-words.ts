// The sentences of the server's chair, which come with it; of a token's fields it says what the inspector says.
import type chair from './chair.fr.json';
import type inspector from './inspector.fr.json';
import type { Lang } from './langs.ts';
import type refusals from './refusals.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export type ChairKey = Key | keyof typeof chair | keyof typeof inspector | keyof typeof refusals;
export type ChairTranslate = Say<ChairKey>;

export const chairWords: (lang: Lang) => ChairTranslate = vocabulary(
  'site',
  'chair',
  'inspector',
  'refusals',
);
