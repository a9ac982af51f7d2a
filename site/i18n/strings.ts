// The site's sentences, by language and key.

import fr from './fr.json' with { type: 'json' };
import { frenchSpaces } from './french-spaces.ts';

export type Lang = 'fr';
export type Key = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: Key, values?: Values) => string;

const sentences: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { fr };

/** Gives the sentence of a key, with `{name}` replaced by the value of that name. */
export function translator(lang: Lang): Translate {
  const spaced = new Map<Key, string>();
  return (key, values) => {
    const sentence = spaced.get(key) ?? frenchSpaces(sentences[lang][key]);
    spaced.set(key, sentence);
    if (!values) return sentence;
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
