// Finds known false beliefs in an answer by their cues. It tells what the answer seems to say, never what it is worth.
import { type Sentence, sentencesOf, type Word } from './answer-words.ts';
import { type Cue, type Group, type Pattern, type Phrase, parseCue } from './cue.ts';
import { type Standing, standingsOf } from './denial.ts';
import type { Grammar } from './grammar.ts';
import { grammars, type Language } from './languages.ts';
import { beginsNear, isNear } from './near-word.ts';
import { isRefused } from './reported.ts';

/** A false belief, as far as it is looked for. */
export interface Belief {
  readonly id: string;
  /** as `cue.ts` has them; none for a belief that no words tell from a right answer */
  readonly cues: readonly string[];
}

export interface FoundBelief {
  readonly id: string;
  /** the piece of the answer that shows it */
  readonly start: number;
  readonly end: number;
}

/** In words, from the first to the last that a cue names. */
const WIDEST = 20;
/** From one word of a phrase to the next. */
const PHRASE_STEP = 3;

/** Typing errors that a word may have, by the letters that it should have. */
function errorsIn(letters: number, isBeginning: boolean): number {
  if (isBeginning) return letters < 7 ? 0 : 1;
  return letters < 5 ? 0 : letters < 8 ? 1 : 2;
}

function isWord(word: string, pattern: Pattern, { endings, noTypos }: Grammar): boolean {
  const isBeginning = pattern.endsWith('*');
  const text = isBeginning ? pattern.slice(0, -1) : pattern;
  if (isBeginning ? word.startsWith(text) : word === text || endings.some((ending) => word === text + ending))
    return true;
  if (word[0] !== text[0] || /\d/.test(text) || noTypos.has(word)) return false;
  const errors = errorsIn(text.length, isBeginning);
  if (errors === 0) return false;
  return isBeginning ? beginsNear(word, text, errors) : isNear(word, text, errors);
}

/** A sentence with what is known of each of its words. */
interface Read {
  readonly words: readonly Word[];
  readonly standings: readonly Standing[];
  /** the patterns that each word fits */
  readonly patterns: readonly ReadonlySet<Pattern>[];
  /** all of them */
  readonly fitted: ReadonlySet<Pattern>;
  /** where words stand that fit any */
  readonly places: readonly number[];
  /** whether its author stands by nothing that it says */
  readonly isRefused: boolean;
}

/** @returns the first word of the phrase that ends at this word; undefined where none does */
function phraseFrom(read: Read, phrase: Phrase, at: number): number | undefined {
  const last = phrase.at(-1);
  if (last === undefined || !read.patterns[at]?.has(last)) return undefined;
  if (phrase.length === 1) return at;
  for (let before = at - 1; before >= Math.max(0, at - PHRASE_STEP); before--) {
    const from = phraseFrom(read, phrase.slice(0, -1), before);
    if (from !== undefined) return from;
  }
  return undefined;
}

/** What a cue speaks of beside what is said. */
interface Mood {
  /** it names « empêche », and what that governs */
  readonly ofPrevention: boolean;
  /** something is denied in it: what does not matter may be what the denial is about */
  readonly ofDenial: boolean;
}

/** Whether the words stand as the group wants them. */
function stands(read: Read, from: number, to: number, isDenied: boolean, mood: Mood): boolean {
  const standings = read.standings.slice(from, to + 1);
  if (isDenied) return standings.some((standing) => standing === 'denied' || standing === 'prevented');
  return !standings.some(
    (standing) =>
      standing === 'denied' ||
      (standing === 'prevented' && !mood.ofPrevention) ||
      (standing === 'dismissed' && !mood.ofDenial),
  );
}

const hasPhrase = (read: Read, phrase: Phrase) =>
  phrase.every((pattern) => read.fitted.has(pattern)) &&
  read.places.some((at) => phraseFrom(read, phrase, at) !== undefined);

const moodOf = ({ groups }: Cue, { prevention }: Grammar): Mood => ({
  ofPrevention: groups.some(({ phrases }) =>
    phrases.some((phrase) => phrase.some((pattern) => prevention.test(pattern))),
  ),
  ofDenial: groups.some(({ isDenied }) => isDenied),
});

/** Whether a sentence may show a cue at all: a quick look, since most may not. */
const mayShow = ({ fitted }: Read, { groups }: Cue) =>
  groups.every(({ phrases }) => phrases.some((phrase) => phrase.every((pattern) => fitted.has(pattern))));

/** Where a sentence shows a cue: its first and its last word. */
function placeOf(read: Read, cue: Cue, grammar: Grammar): readonly [number, number] | undefined {
  if (!mayShow(read, cue)) return undefined;
  const mood = moodOf(cue, grammar);
  const latest = new Map<Group, readonly [number, number]>();
  for (const at of read.places) {
    let isNew = false;
    for (const group of cue.groups)
      for (const phrase of group.phrases) {
        const from = phraseFrom(read, phrase, at);
        if (from === undefined || !stands(read, from, at, group.isDenied, mood)) continue;
        latest.set(group, [from, at]);
        isNew = true;
      }
    if (!isNew || latest.size < cue.groups.length) continue;
    const first = Math.min(...Array.from(latest.values(), ([from]) => from));
    const isOpen = [...latest.values()].every(([from]) =>
      ['open', 'dismissed'].includes(read.standings[from] ?? 'said'),
    );
    if (at - first <= WIDEST && !isOpen) return [first, at];
  }
  return undefined;
}

interface KnownBelief {
  readonly id: string;
  readonly cues: readonly Cue[];
}

const phrasesOf = ({ groups, unless, nowhere }: Cue) => [
  ...groups.flatMap(({ phrases }) => phrases),
  ...unless,
  ...nowhere,
];

/** @returns the sentences that have any word of a cue, each different word looked at once */
function readAll(sentences: readonly Sentence[], known: readonly KnownBelief[], grammar: Grammar): Read[] {
  const wanted = new Set(known.flatMap(({ cues }) => cues.flatMap((cue) => phrasesOf(cue).flat())));
  const byLetter = Map.groupBy(wanted, ([first]) => first);
  const fits = new Map<string, ReadonlySet<Pattern>>();
  const patternsOf = (word: string) => {
    const seen = fits.get(word);
    if (seen) return seen;
    const found = new Set((byLetter.get(word[0]) ?? []).filter((pattern) => isWord(word, pattern, grammar)));
    fits.set(word, found);
    return found;
  };
  return sentences.flatMap((sentence, index) => {
    const { words } = sentence;
    const patterns = words.map(({ text }) => patternsOf(text));
    const places = patterns.flatMap(({ size }, at) => (size > 0 ? [at] : []));
    if (places.length === 0) return [];
    const fitted = new Set(patterns.flatMap((some) => [...some]));
    const standings = standingsOf(words, grammar);
    return [
      {
        words,
        patterns,
        fitted,
        places,
        standings,
        isRefused: isRefused(sentence, sentences[index + 1], grammar),
      },
    ];
  });
}

/**
 * @param language - that of the cues, in which the answers are read
 * @returns what finds these beliefs in an answer, each once, in their order
 * @throws Error where a cue cannot be read
 */
export function beliefFinder(
  language: Language,
  beliefs: readonly Belief[],
): (answer: string) => FoundBelief[] {
  const grammar = grammars[language];
  const known = beliefs.map(({ id, cues }) => ({ id, cues: cues.map(parseCue) }));
  return (answer) => {
    const all = readAll(sentencesOf(answer), known, grammar);
    const asserted = all.filter((read) => !read.isRefused);
    const find = ({ id, cues }: KnownBelief): FoundBelief[] => {
      const open = cues.filter(
        (cue) => !cue.nowhere.some((phrase) => all.some((read) => hasPhrase(read, phrase))),
      );
      for (const read of asserted)
        for (const cue of open) {
          const place = placeOf(read, cue, grammar);
          if (place === undefined || cue.unless.some((phrase) => hasPhrase(read, phrase))) continue;
          return [{ id, start: read.words[place[0]]?.start ?? 0, end: read.words[place[1]]?.end ?? 0 }];
        }
      return [];
    };
    return known.flatMap(find);
  };
}
