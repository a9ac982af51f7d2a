// The site's sentences, by language and key.
import type fr from './fr.json';
import { type Lang, languages } from './langs.ts';
import { type Part, spoken } from './spoken.ts';

export type Key = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;
export interface Say<K extends string> {
  /** Gives the sentence of a key, with `{name}` replaced by the value of that name. */
  (key: K, values?: Values): string;
  readonly lang: Lang;
  /** for the dates and numbers among the values */
  readonly locale: string;
}
export type Translate = Say<Key>;

/** The sentences of some parts of the site, as one language speaks them; which those are is looked up when one is said. */
export function vocabulary<K extends string>(...parts: readonly Part[]): (lang: Lang) => Say<K> {
  const sentenceOf = (lang: Lang, key: K): string => {
    for (const part of parts) {
      const sentence = spoken(lang, part)[key];
      if (sentence !== undefined) return sentence;
    }
    throw new Error(`nobody says ${key} in ${lang}`);
  };
  const speak = (lang: Lang): Say<K> => {
    const said = new Map<K, string>(); // a log of a thousand lines says the same a thousand times
    const say = (key: K, values?: Values) => {
      const sentence = said.get(key) ?? sentenceOf(lang, key);
      said.set(key, sentence);
      if (!values) return sentence;
      return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    };
    return Object.assign(say, { lang, locale: languages[lang].locale });
  };
  const says: Readonly<Record<Lang, Say<K>>> = { fr: speak('fr'), en: speak('en') };
  return (lang) => says[lang];
}

export const translator: (lang: Lang) => Translate = vocabulary('site');
