// The words of the server's chair, in the reader's language.
import { type ChairTranslate, chairWords } from '../i18n/chair-words.ts';
import { useBench } from './bench-context.ts';

export const useChairWords = (): ChairTranslate => chairWords(useBench().lang);
