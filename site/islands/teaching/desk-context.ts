// What every part of the teacher's console needs.
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../../i18n/langs.ts';
import type { TeachingWords } from '../../i18n/teaching-words.ts';
import type { AnswersMode } from '../../notebook/model-answer.ts';
import type { ClassQuestions } from '../../teaching/class-questions.ts';
import type { HandIns } from '../../teaching/hand-ins.ts';
import type { Overview, Teacher } from '../../teaching/teacher.ts';

interface DeskPage {
  readonly base: string;
  readonly lang: Lang;
  readonly t: TeachingWords;
  readonly teacher: Teacher;
  readonly handIns: HandIns;
  readonly overview: Overview;
  /** the titles of the sixteen questions, from the first on */
  readonly titles: readonly string[];
  readonly classQuestions: ClassQuestions;
  readonly mode: AnswersMode;
  /** the room that orders are for; undefined: all of them */
  readonly target: Signal<string | undefined>;
}

export const DeskContext = createContext<DeskPage | undefined>(undefined);

export function useDesk(): DeskPage {
  const page = useContext(DeskContext);
  if (!page) throw new Error('a part of the console outside its page');
  return page;
}
