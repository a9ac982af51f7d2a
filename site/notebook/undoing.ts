// The way back from a great change: all as it was before it, and what has been done since beside it.
import type { Evidence, Mark } from './database.ts';
import { joined, textsOf, type Unnumbered, withVersions } from './merging.ts';
import type { Rest } from './sheet-frame.ts';
import { numbered, type Stored } from './whole.ts';

const nameOfVersion = ({ question, text }: Unnumbered) => `${question} ${text}`;
const nameOfMark = ({ kind, question }: Mark) => `${kind} ${question}`;
const nameOfPiece = ({ question, kind, text, data }: Evidence) =>
  JSON.stringify([question, kind, text, data]);

/** What is there now and was not when the change was done. */
function since<T>(now: readonly T[], after: readonly T[], nameOf: (thing: T) => string): readonly T[] {
  const known = new Set(after.map(nameOf));
  return now.filter((thing) => !known.has(nameOf(thing)));
}

/**
 * All as it was; an answer that the change had left alone stays as it is now, another one that has been written since becomes
 * a version, and what was marked or attached since stays.
 * @param after - what the change had left
 */
export function undone(now: Stored, before: Stored, after: Stored): Stored {
  const expected = textsOf(after.answers);
  const original = textsOf(before.answers);
  const wasChanged = ({ question }: { readonly question: number }) =>
    (original.get(question)?.text ?? '') !== (expected.get(question)?.text ?? '');
  const left = now.answers.filter((one) => !wasChanged(one));
  const isNew = ({ question }: { readonly question: number }) => !original.has(question);
  const answers = [
    ...before.answers.map((one) => left.find(({ question }) => question === one.question) ?? one),
    ...left.filter(isNew),
  ];
  const written = now.answers.filter(
    ({ question, text }) =>
      wasChanged({ question }) &&
      text !== '' &&
      text !== expected.get(question)?.text &&
      text !== original.get(question)?.text,
  );
  const versions = since<Unnumbered>(now.versions, after.versions, nameOfVersion);
  const marks = since(now.marks, after.marks, (mark) => JSON.stringify(mark));
  const pieces = since(now.evidence, after.evidence, nameOfPiece);
  const apart = [...versions, ...written];
  return {
    answers,
    versions: apart.length === 0 ? before.versions : withVersions(before.versions, [], apart),
    marks: marks.length === 0 ? before.marks : joined(marks, before.marks, nameOfMark),
    evidence: pieces.length === 0 ? before.evidence : numbered(joined(pieces, before.evidence, nameOfPiece)),
  };
}

/** The same for what belongs to the sheet as a whole, and for the matrix. */
export function undoneRest(now: Rest, before: Rest, after: Rest): Rest {
  const runs = since(now.runs, after.runs, (run) => JSON.stringify(run));
  return {
    title: now.title === after.title ? before.title : now.title,
    unplaced: [...before.unplaced, ...since(now.unplaced, [...after.unplaced, ...before.unplaced], String)],
    runs:
      runs.length === 0
        ? before.runs
        : joined(runs, before.runs, ({ attack, stage }) => `${attack} ${stage}`),
  };
}
