// Why an answer is not kept, in a sentence.
import type { Lang } from '../i18n/langs.ts';
import { notebookWords } from '../i18n/notebook-words.ts';
import type { Saving } from '../notebook/draft.ts';

interface Props {
  readonly lang: Lang;
  readonly why: Extract<Saving, 'full' | 'blocked' | 'failed' | 'erased'>;
}

export function AnswerTrouble({ lang, why }: Props) {
  return <>{notebookWords(lang)(`answer.${why}`)}</>;
}
