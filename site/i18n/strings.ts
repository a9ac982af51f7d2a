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
  all: Readonly<Record<Lang, Readonly<Record<K, string>>>>,
): (lang: Lang) => Say<K> {
  const spoken = new Map<Lang, Say<K>>();
  const speak = (lang: Lang): Say<K> => {
    const spaced = new Map<K, string>();
    return (key, values) => {
      const sentence = spaced.get(key) ?? frenchSpaces(all[lang][key]);
      spaced.set(key, sentence);
      if (!values) return sentence;
      return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    };
  };
  return (lang) => {
    const say = spoken.get(lang) ?? speak(lang);
    spoken.set(lang, say);
    return say;
  };
}

/** What every page may need to say; what only a part of it says, comes with the part. */
export const sentences = { fr };

export const translator: (lang: Lang) => Translate = vocabulary(sentences);
