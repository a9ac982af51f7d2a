// What every part of the page of the sheet needs.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import type { SheetWords } from '../i18n/sheet-words.ts';
import type { DrawnAnswers } from '../notebook/drawn-answers.ts';
import type { HandIn } from '../notebook/hand-in.ts';

export interface SheetSection {
  readonly name: string;
  readonly questions: readonly { readonly number: number; readonly title: string }[];
}

interface SheetPage {
  readonly base: string;
  readonly s: SheetWords;
  readonly lang: Lang;
  readonly sections: readonly SheetSection[];
  readonly handIn: HandIn;
  readonly drawn: DrawnAnswers;
}

export const SheetContext = createContext<SheetPage | undefined>(undefined);

export function useSheet(): SheetPage {
  const page = useContext(SheetContext);
  if (!page) throw new Error('a part of the sheet outside its page');
  return page;
}
