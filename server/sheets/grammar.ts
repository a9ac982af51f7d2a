// What the matcher of false beliefs has to know of a language; the rest it does alike in all of them.
import type { Word } from './answer-words.ts';

/** How far a denial reaches that begins at a word. */
export interface Denial {
  /** in words; 0 where none begins */
  readonly reach: number;
  /** « il lit pas »: the word before it, too */
  readonly isBackward: boolean;
}

/** Up to a comma. */
export const SHORT_REACH = 6;
export const LONG_REACH = 20;

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

export interface Grammar {
  /** what a word may have behind it and be the same: that of a plural */
  readonly endings: readonly string[];
  /** words that are a letter from another of this lab: they are never taken for a typing error */
  readonly noTypos: ReadonlySet<string>;

  /** what begins a clause, in which the denial of the one before is over */
  readonly openers: ReadonlySet<string>;
  /** openers that begin nothing, each with the word before it: « pas parce » */
  readonly boundOpeners: RegExp;
  /** « , le serveur peut … » begins a clause, « , un déni de service » goes on with a list */
  readonly determiners: ReadonlySet<string>;
  readonly finite: ReadonlySet<string>;
  /** before a subject, they tie its clause to the one before */
  readonly ties: ReadonlySet<string>;
  /** what is before them is not what the clause behind them is about */
  readonly subordinates: ReadonlySet<string>;
  /** whether a word is the subject of a clause of its own */
  isSubject(words: readonly Word[], at: number): boolean;

  /** the denials of a sentence, one for each word */
  denialsOf(words: readonly Word[]): readonly Denial[];
  /** up to where a denial that begins at this word is one with what denies: « n’a donc pas » */
  denialEnd(words: readonly Word[], at: number): number;
  /** « ni », which denies nothing behind « n’empêche » */
  readonly nor: string;
  /** whether what follows is prevented */
  prevents(words: readonly Word[], at: number): boolean;
  /** a cue with such a word speaks of what is prevented */
  readonly prevention: RegExp;
  readonly cannot: ReadonlySet<string>;
  /** « l’asymétrique est inutile » */
  readonly dismisses: RegExp;
  /** from its first word on, what says that the subject before it matters nothing, or is the opposite: « ne jouent aucun rôle », “is not.” */
  readonly dismissal: RegExp;
  /** what a subject stands before, be it behind a comma: « les fuseaux, eux, n’ont … » */
  readonly predicate: RegExp;
  /** « semble », which a contrast or a concession takes back: « semble neutre mais », « bien qu’il semble neutre, » */
  readonly seems: RegExp;
  readonly contrasts: ReadonlySet<string>;
  readonly concedes: RegExp;
  /** « ne veut pas dire que », « il n’est pas vrai que »: what follows « que » is neither said nor denied */
  readonly claims: RegExp;
  readonly claimed: RegExp;
  readonly claimEnds: ReadonlySet<string>;
  /** whether what follows is only supposed */
  supposes(words: readonly Word[], at: number): boolean;

  /** whether a sentence names an opinion that is others’ or was its author’s once, or an error */
  isReported(words: readonly Word[]): boolean;
  /** the first words of a sentence that calls the one before it false */
  readonly verdict: RegExp;

  /** short words that nearly every sentence has, and that no other language here has */
  readonly functionWords: ReadonlySet<string>;
  /** others, that are neither borrowed, as the words of “man in the middle” are, nor in code: one of them tells as much as two of those */
  readonly ownWords: ReadonlySet<string>;
}
