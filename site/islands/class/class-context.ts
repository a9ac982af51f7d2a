// What every part of a class needs: the class, the way to what it keeps, and the reader's language.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OwnClass } from '../../class/class.ts';
import type { ClassDesk } from '../../class/class-desk.ts';
import type { KeptNotebook } from '../../class/kept-notebook.ts';
import type { ClassWords } from '../../i18n/class-words.ts';
import type { Lang } from '../../i18n/langs.ts';

interface ClassContextValue {
  readonly own: OwnClass;
  readonly desk: ClassDesk;
  readonly kept: KeptNotebook;
  readonly base: string;
  readonly lang: Lang;
  readonly c: ClassWords;
  /** what the lesson is called */
  readonly lesson: string;
  /** whether it was over when this page came */
  readonly over: boolean;
  /** days after which all is erased; undefined where the server did not say */
  readonly retentionDays: number | undefined;
}

const Context = createContext<ClassContextValue | undefined>(undefined);

export const ClassProvider = Context.Provider;

export function useClass(): ClassContextValue {
  const context = useContext(Context);
  if (!context) throw new Error('a part of a class stands outside of it');
  return context;
}
