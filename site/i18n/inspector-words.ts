// The sentences of the inspector, which come with it.
import inspector from './inspector.fr.json' with { type: 'json' };
import { type Lang, type Say, sentences, vocabulary } from './strings.ts';

export type InspectorTranslate = Say<keyof typeof sentences.fr | keyof typeof inspector>;

export const inspectorWords: (lang: Lang) => InspectorTranslate = vocabulary({
  fr: { ...sentences.fr, ...inspector },
});
