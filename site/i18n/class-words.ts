// The sentences of a class, as its students read them.
import type inClass from './class.fr.json';
import type { Lang } from './langs.ts';
import { type Say, vocabulary } from './strings.ts';

export type ClassWords = Say<keyof typeof inClass>;

const NOTICES = [
  'BAD_CODE',
  'TOO_MANY_TRIES',
  'BAD_PSEUDONYM',
  'PSEUDONYM_TAKEN',
  'CLASS_CLOSED',
  'CLASS_FULL',
  'LESSON_ENDED',
  'NO_SUCH_SEAT',
  'NO_VOTE',
  'TOO_LARGE',
  'STORE_FULL',
] as const;

/** Whether a refusal is one of a class's, for which a class has a sentence. */
export const isClassNotice = (code: string): code is (typeof NOTICES)[number] =>
  NOTICES.some((known) => known === code);

export const classWords: (lang: Lang) => ClassWords = vocabulary('class');
