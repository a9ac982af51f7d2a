// What becomes of a notebook when a sheet is merged into it, or takes its place: no answer goes without a version.
import { MOST_VERSIONS } from './answers.ts';
import type { Evidence, OwnAnswer, Version } from './database.ts';
import type { KeptRun } from './matrix-runs.ts';
import { parted, saysTheSame } from './own-sheet.ts';
import { numbered, type SheetFrame, type Stored, type Whole } from './whole.ts';

/** What a file brings: of a sheet, answers and what belongs to no question; of a notebook's file, all the rest as well. */
export interface Incoming extends SheetFrame {
  /** by question; none is empty */
  readonly answers: ReadonlyMap<number, string>;
  /** what a sheet's reader took for its form: headings, numbers, questions that were repeated */
  readonly frame: readonly string[];
  /** undefined for a sheet */
  readonly whole: Whole | undefined;
}

/** The questions of which the file's answer is to take the place of the own one. */
export type Taken = ReadonlySet<number>;

export type Unnumbered = Omit<Version, 'id'>;

export const textsOf = (answers: readonly OwnAnswer[]) =>
  new Map(answers.map((answer) => [answer.question, answer] as const));

/**
 * The versions of a file, the own ones, and those that are left behind now, in this order. A text that is a version already
 * is none again. Where a question has too many, those of the file go first: they are still in the file.
 */
export function withVersions(
  own: readonly Unnumbered[],
  coming: readonly Unnumbered[],
  left: readonly Unnumbered[],
): readonly Version[] {
  const nameOf = ({ question, text }: Unnumbered) => `${question} ${text}`;
  const known = new Set(own.map(nameOf));
  const added = coming.filter((version) => !known.has(nameOf(version)));
  for (const version of added) known.add(nameOf(version));
  const all = [...added, ...own, ...left.filter((version) => !known.has(nameOf(version)))];
  const counts = new Map<number, number>();
  const kept = all.toReversed().filter(({ question }) => {
    const count = (counts.get(question) ?? 0) + 1;
    counts.set(question, count);
    return count <= MOST_VERSIONS;
  });
  return numbered(kept.toReversed().map(({ question, text, at, since }) => ({ question, text, at, since })));
}

/** Each thing once; what is there already goes before what comes. */
export const joined = <T>(
  own: readonly T[],
  coming: readonly T[],
  keyOf: (thing: T) => string,
): readonly T[] => [...new Map([...coming, ...own].map((thing) => [keyOf(thing), thing])).values()];

interface Coming {
  readonly answer: OwnAnswer;
  /** the own pieces of evidence that stand below it */
  readonly evidence: readonly Evidence[];
}

/**
 * The answer that a file brings. What a sheet says of an own answer with its evidence is that answer; and where only the words
 * were changed, the evidence below them is still that which is attached.
 */
function comingAnswer(
  before: Stored,
  incoming: Incoming,
  question: number,
  text: string,
  now: number,
): Coming {
  const about = (thing: { readonly question: number }) => thing.question === question;
  const own = before.answers.find(about);
  if (own?.text === text) return { answer: own, evidence: [] };
  const pieces = before.evidence.filter(about);
  if (own && saysTheSame(before, question, text)) return { answer: own, evidence: pieces };
  const whole = incoming.whole?.answers.find(about);
  if (whole?.text === text) return { answer: whole, evidence: [] };
  const said = parted(text, pieces);
  return { answer: { question, text: said.text, at: now, since: now }, evidence: said.evidence };
}

/** Fills what is empty. Where both have an answer, the one that does not stand becomes a version. */
export function merged(before: Stored, incoming: Incoming, taken: Taken, now: number): Stored {
  const answers = textsOf(before.answers);
  const left: Unnumbered[] = [];
  for (const [question, text] of incoming.answers) {
    const there = answers.get(question);
    const { answer: coming } = comingAnswer(before, incoming, question, text, now);
    if (coming.text === '') continue; // nothing but evidence that is attached already
    const isTaken = !there?.text || taken.has(question);
    if (isTaken) answers.set(question, coming);
    if (there?.text && there.text !== coming.text) left.push(isTaken ? there : coming);
  }
  const { whole } = incoming;
  return {
    answers: [...answers.values()],
    versions: withVersions(before.versions, whole?.versions ?? [], left),
    marks: joined(before.marks, whole?.marks ?? [], ({ kind, question }) => `${kind} ${question}`),
    evidence: numbered(
      joined(before.evidence, whole?.evidence ?? [], ({ question, kind, text, data }) =>
        JSON.stringify([question, kind, text, data]),
      ),
    ),
  };
}

/**
 * Puts what the file has in the place of all answers and their evidence; and of all the rest, if the file is a notebook's.
 * A sheet has its evidence in its answers: another piece would pass for the new answer's. Only undoing brings it back.
 */
export function replaced(before: Stored, incoming: Incoming, now: number): Stored {
  const coming = Array.from(incoming.answers, ([question, text]) =>
    comingAnswer(before, incoming, question, text, now),
  );
  const answers = coming.map(({ answer }) => answer).filter(({ text }) => text !== '');
  const said = new Set(coming.flatMap(({ evidence }) => evidence));
  const standing = textsOf(answers);
  const { whole } = incoming;
  const left = before.answers.filter(
    ({ question, text }) => text !== '' && text !== standing.get(question)?.text,
  );
  return {
    answers,
    versions: withVersions(before.versions, whole?.versions ?? [], left),
    marks: whole ? whole.marks : before.marks,
    evidence: whole ? whole.evidence : before.evidence.filter((piece) => said.has(piece)),
  };
}

/** The cells of the matrix: an own run goes before one of the file. */
export const mergedRuns = (own: readonly KeptRun[], incoming: Incoming): readonly KeptRun[] =>
  joined(own, incoming.whole?.runs ?? [], ({ attack, stage }) => `${attack} ${stage}`);

/** The own title, if there is one; and all that has no place. */
export function mergedFrame(own: SheetFrame, incoming: SheetFrame): SheetFrame {
  return {
    title: own.title || incoming.title,
    unplaced: [...new Set([...own.unplaced, ...incoming.unplaced])],
  };
}

/** Adds a text to what an answer says. */
export function appended(before: Stored, question: number, text: string, now: number): Stored {
  const there = before.answers.find((answer) => answer.question === question);
  const answer: OwnAnswer = {
    question,
    text: there?.text ? `${there.text}\n\n${text}` : text,
    at: now,
    since: there?.since ?? now,
  };
  return { ...before, answers: [...before.answers.filter((one) => one !== there), answer] };
}

/** Puts a block that had no place under a question, below what stands there. */
export function placed(incoming: Incoming, block: number, question: number): Incoming {
  const text = incoming.unplaced[block];
  if (text === undefined) return incoming;
  const there = incoming.answers.get(question);
  return {
    ...incoming,
    answers: new Map(incoming.answers).set(question, there ? `${there}\n\n${text}` : text),
    unplaced: incoming.unplaced.filter((_, i) => i !== block),
  };
}
