// Reads the whole notebook out of a file of JSON, strictly: what is not of its form is refused.
import { MAX_SHEET_BYTES, QUESTIONS } from '#server/sheets/sheet.ts';
import type { Evidence, Guess, Mark, OwnAnswer, Version } from './database.ts';
import { Fields, WrongForm } from './json-reader.ts';
import { RUNS_VERSION } from './matrix-runs.ts';
import { FORMAT, FORMAT_VERSION } from './notebook-file.ts';
import { readRun } from './run-form.ts';
import { oneLine } from './sheet-frame.ts';
import { numbered, type Whole } from './whole.ts';

/** More pieces than a reader can make, of any kind. */
const MOST = 10_000;

const KINDS = ['read', 'prediction', 'tried', 'hints', 'compared', 'recalled', 'flaws'] as const;
const EVIDENCE_KINDS = ['line', 'message', 'run'] as const;
const CONFIDENCES = [1, 2, 3] as const;

/** As much as a whole sheet may have: to show more of it at once would take a page seconds. */
function noLonger(text: string): string {
  if (new TextEncoder().encode(text).length > MAX_SHEET_BYTES) throw new WrongForm('long text', 'long-text');
  return text;
}

const question = (fields: Fields) => fields.whole('question', 1, QUESTIONS);

function written(fields: Fields): Omit<OwnAnswer, 'question'> {
  return { text: noLonger(fields.text('text')), at: fields.moment('at'), since: fields.moment('since') };
}

function readGuess(value: unknown): Guess {
  const fields = new Fields(value);
  const sure = fields.has('confidence') ? fields.whole('confidence', 1, 3) : undefined;
  const confidence = CONFIDENCES.find((one) => one === sure);
  return {
    option: fields.text('option'),
    ...(confidence === undefined ? {} : { confidence }),
    at: fields.moment('at'),
  };
}

function readMark(value: unknown): Mark {
  const fields = new Fields(value);
  const about = { question: question(fields) };
  const kind = fields.oneOf('kind', KINDS);
  switch (kind) {
    case 'read':
      return { ...about, kind, at: fields.moment('at') };
    case 'prediction': {
      const first = readGuess(fields.any('first'));
      return {
        ...about,
        kind,
        first,
        ...(fields.has('last') ? { last: readGuess(fields.any('last')) } : {}),
      };
    }
    case 'tried': {
      const reached = fields.has('reached') ? { reached: fields.moment('reached') } : {};
      return { ...about, kind, at: fields.moment('at'), ...reached };
    }
    case 'hints':
      return { ...about, kind, taken: fields.whole('taken', 0, MOST), at: fields.moment('at') };
    case 'compared': {
      const met = fields.list('met', (one) => new Fields({ one }).whole('one', 0, MOST));
      const denied = fields.has('denied') ? { denied: fields.texts('denied') } : {};
      return { ...about, kind, at: fields.moment('at'), met, ...denied };
    }
    case 'flaws':
      return { ...about, kind, found: fields.texts('found'), told: fields.texts('told') };
    case 'recalled':
      return { ...about, kind, at: fields.moment('at'), times: fields.whole('times', 0, MOST) };
  }
}

function readEvidence(value: unknown): Omit<Evidence, 'id'> {
  const fields = new Fields(value);
  return {
    question: question(fields),
    at: fields.moment('at'),
    kind: fields.oneOf('kind', EVIDENCE_KINDS),
    text: noLonger(fields.text('text')),
    data: fields.text('data'),
  };
}

/** Each thing once, as the notebook has it: of two with the same key, the later one. */
const once = <T>(things: readonly T[], keyOf: (thing: T) => string | number): readonly T[] => [
  ...new Map(things.map((thing) => [keyOf(thing), thing])).values(),
];

function readMatrix(value: unknown): Whole['runs'] {
  const fields = new Fields(value);
  // Runs of another version would say something else than they did.
  if (fields.any('version') !== RUNS_VERSION) return [];
  return once(fields.list('runs', readRun), ({ attack, stage }) => `${attack} ${stage}`);
}

/** Whether parsed JSON says that it is a notebook's. */
export const claimsNotebook = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  new Fields(value).any('format') === FORMAT;

/**
 * @param value - parsed JSON that claims to be one. Keys that nobody asks for are left alone, whatever they are called and hold.
 * @throws WrongForm for anything that `writeNotebookFile` does not write; its `refusal` says why
 */
export function readNotebookFile(value: unknown): Whole {
  const fields = new Fields(value);
  const version = fields.whole('version', 1, Number.MAX_SAFE_INTEGER);
  if (version > FORMAT_VERSION) throw new WrongForm('version', 'newer');
  const all = fields.list('answers', (one) => {
    const answer = new Fields(one);
    return { question: question(answer), ...written(answer) };
  });
  const versions = fields.list('versions', (one): Omit<Version, 'id'> => {
    const left = new Fields(one);
    return { question: question(left), ...written(left) };
  });
  const evidence = fields.list('evidence', readEvidence);
  const marks = fields.list('marks', readMark);
  const unplaced = fields.texts('unplaced').map(noLonger);
  if ([versions, evidence, marks, unplaced].some(({ length }) => length > MOST))
    throw new WrongForm('too many');
  const answers = all.filter(({ text }) => text !== '');
  // One of the two would be lost, and nobody could say which.
  if (new Set(answers.map((answer) => answer.question)).size < answers.length)
    throw new WrongForm('two answers to one question');
  return {
    title: oneLine(fields.text('title')),
    unplaced,
    answers,
    versions: numbered(versions),
    marks: once(marks, (mark) => `${mark.kind} ${mark.question}`),
    evidence: numbered(evidence),
    runs: fields.has('matrix') ? readMatrix(fields.any('matrix')) : [],
  };
}
