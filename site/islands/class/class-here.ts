// The class that sent this page, with its words and its looks, for the parts that a page shows of it.

import type { RelayFile } from '../../chat/relay-choice.ts';
import { ClassDesk } from '../../class/class-desk.ts';
import { KeptNotebook } from '../../class/kept-notebook.ts';
import { KnownCopies } from '../../class/known-copies.ts';
import { browserStorage } from '../../class/own-seat.ts';
import { enterClass, homeOf } from '../../class/page-class.ts';
import { classWords } from '../../i18n/class-words.ts';
import type { Lang } from '../../i18n/langs.ts';
import { learn, type Sentences } from '../../i18n/spoken.ts';
import { styleSheet } from '../style-sheet.ts';
import sheet from './Class.css?url';

const words = import.meta.glob<Sentences>('../../i18n/class.*.json', { import: 'default' });

const files = Object.fromEntries(
  Object.entries(words).map(([path, fetchSentences]) => [path.replace('../../', '../'), fetchSentences]),
);

await Promise.all([learn('class', files), styleSheet(sheet)]);

/** @param file - what the class's server says of itself */
export function classHere(file: RelayFile, lang: Lang) {
  const own = enterClass(file);
  const base = homeOf(file);
  const desk = new ClassDesk(base, () => own.seat.peek()?.pass ?? '');
  const storage = browserStorage();
  const known = new KnownCopies(storage, () => own.seat.peek()?.seat ?? '');
  return {
    own,
    desk,
    kept: new KeptNotebook(desk, known),
    base,
    lang,
    c: classWords(lang),
    lesson: file.lesson ?? '',
    retentionDays: file.retentionDays,
    /** whether the lesson was over when this page came */
    over: file.ended === true,
    storage,
  };
}

export type ClassHere = ReturnType<typeof classHere>;
