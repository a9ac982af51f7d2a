// The site's sentences, by language and key.

import fr from './fr.json' with { type: 'json' };
import { frenchSpaces } from './french-spaces.ts';

export type Lang = 'fr';
export type Key = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;
/** Gives the sentence of a key, with `{name}` replaced by the value of that name. */
export type Say<K extends string> = (key: K, values?: Values) => string;
export type Translate = Say<Key>;

/** The sentences of a part of the site, as one language speaks them. */
export function vocabulary<K extends string>(
  sentences: Readonly<Record<Lang, Readonly<Record<K, string>>>>,
): (lang: Lang) => Say<K> {
  return (lang) =>
    (key, values = {}) =>
      frenchSpaces(sentences[lang][key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
        String(values[name] ?? whole),
      );
}

/** The sentences that every page may need; those of an experiment come with it. */
export const translator: (lang: Lang) => Translate = vocabulary({ fr });
