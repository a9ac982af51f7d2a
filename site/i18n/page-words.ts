// The sentences of the pages around the islands: no script carries them.
import pages from './pages.fr.json' with { type: 'json' };
import { type Lang, type Say, sentences, vocabulary } from './strings.ts';

export type PageTranslate = Say<keyof typeof sentences.fr | keyof typeof pages>;

export const pageWords: (lang: Lang) => PageTranslate = vocabulary({ fr: { ...sentences.fr, ...pages } });
