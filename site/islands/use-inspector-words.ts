// The words of the inspector, in the reader's language.
import { type InspectorTranslate, inspectorWords } from '../i18n/inspector-words.ts';
import { useBench } from './bench-context.ts';

export const useInspectorWords = (): InspectorTranslate => inspectorWords(useBench().lang);
