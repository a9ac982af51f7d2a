// What a sheet does to a notebook: nothing that was written goes without a version, and all of it can be undone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '#server/sheets/escape-html.ts';
import { anyWhole } from '../../test/any-notebook.ts';
import type { OwnAnswer } from './database.ts';
import { type Incoming, merged, mergedFrame, mergedRuns, placed, replaced } from './merging.ts';
import { answerIn } from './own-sheet.ts';
import { undone, undoneRest } from './undoing.ts';
import { EMPTY, type Stored, type Whole } from './whole.ts';

const NOW = 9000;
const answer = (question: number, text: string): OwnAnswer => ({ question, text, at: 1, since: 1 });
const own = (...answers: OwnAnswer[]): Stored => ({ answers, versions: [], marks: [], evidence: [] });
const sheet = (answers: Readonly<Record<number, string>>, unplaced: readonly string[] = []): Incoming => ({
  title: '',
  answers: new Map(Object.entries(answers).map(([question, text]) => [Number(question), text])),
  unplaced,
  frame: [],
  whole: undefined,
});
const fromFile = (whole: Whole): Incoming => ({
  ...whole,
  answers: new Map(whole.answers.map(({ question, text }) => [question, text])),
  frame: [],
  whole,
});

const answersOf = ({ answers }: Stored) =>
  Object.fromEntries(answers.map(({ question, text }) => [question, text]));
const versionsOf = ({ versions }: Stored) => versions.map(({ question, text }) => `${question} ${text}`);
const standing = ({ answers, versions }: Stored) =>
  new Set([...answers, ...versions].map(({ question, text }) => `${question} ${text}`));

describe('merging', () => {
  test('fills what is empty, keeps what is not, and keeps the other one as a version', () => {
    const before = own(answer(1, 'à moi'), answer(3, 'aussi'));
    const after = merged(before, sheet({ 1: 'du fichier', 2: 'nouveau' }), new Set(), NOW);
    expect(answersOf(after)).toEqual({ 1: 'à moi', 2: 'nouveau', 3: 'aussi' });
    expect(versionsOf(after)).toEqual(['1 du fichier']);
  });

  test('takes the file’s where the reader says so, and keeps the own one as a version', () => {
    const after = merged(own(answer(1, 'à moi')), sheet({ 1: 'du fichier' }), new Set([1]), NOW);
    expect(answersOf(after)).toEqual({ 1: 'du fichier' });
    expect(versionsOf(after)).toEqual(['1 à moi']);
  });

  test('twice leaves no second version', () => {
    const incoming = sheet({ 1: 'du fichier' });
    const once = merged(own(answer(1, 'à moi')), incoming, new Set(), NOW);
    expect(merged(once, incoming, new Set(), NOW)).toEqual(once);
  });

  test('knows an own answer with its evidence below', () => {
    const before: Stored = {
      ...own(answer(1, 'à moi')),
      evidence: [{ id: 1, question: 1, at: 1, kind: 'line', text: 'INFO', data: '' }],
    };
    const again = sheet({ 1: answerIn(before, 1) });
    expect(merged(before, again, new Set([1]), NOW)).toEqual(before);
    expect(replaced(before, again, NOW)).toEqual(before);
  });

  test('of an own export whose words were changed elsewhere leaves the evidence where it is attached, once', () => {
    const piece = (id: number, text: string) =>
      ({ id, question: 7, at: 1, kind: 'line', text, data: `${id}` }) as const;
    const before: Stored = {
      ...own(answer(7, 'Il lit <tout>.')),
      evidence: [piece(1, 'INFO: un'), piece(2, '```\nINFO: deux')],
    };
    const changed = sheet({ 7: answerIn(before, 7).replace('lit', 'change') });
    for (const after of [merged(before, changed, new Set([7]), NOW), replaced(before, changed, NOW)]) {
      expect(answersOf(after)).toEqual({ 7: 'Il change <tout>.' });
      expect(after.evidence).toEqual(before.evidence);
      expect(versionsOf(after)).toEqual(['7 Il lit <tout>.']);
    }
    const kept = merged(before, changed, new Set(), NOW);
    expect(answersOf(kept)).toEqual({ 7: 'Il lit <tout>.' });
    expect(versionsOf(kept)).toEqual(['7 Il change <tout>.']);
    // An export of which another part was changed is read as a sheet by hand, with what it escapes.
    expect(merged(before, sheet({ 7: escapeHtml(answerIn(before, 7)) }), new Set([7]), NOW)).toEqual(before);
  });

  test('of an own export that has nothing but evidence under a question changes nothing there', () => {
    const before: Stored = {
      ...own(),
      evidence: [{ id: 1, question: 7, at: 1, kind: 'line', text: 'INFO', data: '' }],
    };
    const again = sheet({ 7: answerIn(before, 7) });
    expect(merged(before, again, new Set([7]), NOW)).toEqual(before);
    expect(replaced(before, again, NOW)).toEqual(before);
  });

  test('of a notebook’s file into an empty notebook is that notebook', () => {
    fc.assert(
      fc.property(anyWhole, (whole) => {
        const { answers, versions, marks, evidence } = whole;
        const { evidence: pieces, ...rest } = merged(EMPTY, fromFile(whole), new Set(), NOW);
        expect(rest).toEqual({ answers, versions, marks });
        expect(new Set(pieces.map(({ text, data }) => text + data))).toEqual(
          new Set(evidence.map(({ text, data }) => text + data)),
        );
        expect(replaced(EMPTY, fromFile(whole), NOW)).toEqual({ answers, versions, marks, evidence });
        expect(mergedFrame(EMPTY, whole).title).toBe(whole.title);
        expect(mergedRuns([], fromFile(whole))).toEqual(whole.runs);
      }),
    );
  });

  test('leaves own marks and own cells as they are', () => {
    const mark = { kind: 'hints', question: 1, taken: 1, at: 1 } as const;
    const theirs = {
      ...EMPTY,
      marks: [
        { ...mark, taken: 3 },
        { ...mark, question: 2 },
      ],
    };
    const { marks } = merged({ ...EMPTY, marks: [mark] }, fromFile(theirs), new Set(), NOW);
    expect(new Set(marks)).toEqual(new Set([mark, { ...mark, question: 2 }]));
  });
});

test('neither merging nor replacing loses a text, whatever either side holds', () => {
  fc.assert(
    fc.property(
      anyWhole,
      anyWhole,
      fc.uniqueArray(fc.integer({ min: 1, max: 16 })),
      (mine, theirs, taken) => {
        const all = new Set([...standing(mine), ...standing(theirs)]);
        expect(standing(merged(mine, fromFile(theirs), new Set(taken), NOW))).toEqual(all);
        expect(standing(replaced(mine, fromFile(theirs), NOW))).toEqual(all);
      },
    ),
  );
});

test('replacing empties what the sheet does not answer, and leaves versions', () => {
  const after = replaced(own(answer(1, 'à moi'), answer(2, 'aussi')), sheet({ 1: 'du fichier' }), NOW);
  expect(answersOf(after)).toEqual({ 1: 'du fichier' });
  expect(versionsOf(after)).toEqual(['1 à moi', '2 aussi']);
});

test('a sheet takes the place of the evidence, but of what it says itself; undoing brings all of it back', () => {
  const piece = (question: number) =>
    ({ id: question, question, at: 1, kind: 'line', text: `INFO ${question}`, data: '' }) as const;
  const before: Stored = {
    ...own(answer(1, 'à moi'), answer(2, 'aussi'), answer(3, 'pareil')),
    evidence: [piece(1), piece(2), piece(3), piece(4)],
  };
  const incoming = sheet({ 1: answerIn(before, 1), 2: 'du fichier', 3: 'pareil' });
  const after = replaced(before, incoming, NOW);
  expect(after.evidence).toEqual([piece(1)]);
  expect(answerIn(after, 1)).toBe(answerIn(before, 1));
  expect([2, 3, 4].map((question) => answerIn(after, question))).toEqual(['du fichier', 'pareil', '']);
  expect(undone(after, before, after)).toEqual(before);
});

test('too many versions: the own ones stay', () => {
  const versions = Array.from({ length: 20 }, (_, i) => ({ ...answer(1, `ancien ${i}`), id: i + 1 }));
  const theirs = {
    ...EMPTY,
    versions: versions.map((one) => ({ ...one, text: `autre ${one.id}`, at: 8e15 })),
  };
  const after = replaced({ ...own(answer(1, 'à moi')), versions }, fromFile(theirs), NOW);
  expect(after.versions).toHaveLength(20);
  expect(versionsOf(after).at(-1)).toBe('1 à moi');
  expect(versionsOf(after)[0]).toBe('1 ancien 1');
});

test('undoing brings all back, and keeps what another tab has written since', () => {
  fc.assert(
    fc.property(anyWhole, anyWhole, (mine, theirs) => {
      const after = replaced(mine, fromFile(theirs), NOW);
      const { answers, versions, marks, evidence } = mine;
      expect(undone(after, mine, after)).toEqual({ answers, versions, marks, evidence });
    }),
  );
  const before = own(answer(1, 'à moi'));
  const after = replaced(before, sheet({ 1: 'du fichier' }), NOW);
  const later = { ...after, answers: [answer(1, 'du fichier, et plus'), answer(4, 'ailleurs')] };
  const back = undone(later, before, after);
  expect(answersOf(back)).toEqual({ 1: 'à moi', 4: 'ailleurs' });
  expect(versionsOf(back)).toEqual(['1 du fichier, et plus']);
});

test('a passage is placed below what stands there, and no other one moves', () => {
  const incoming = placed(sheet({ 2: 'deux' }, ['a', 'b', 'c']), 1, 2);
  expect(incoming.answers).toEqual(new Map([[2, 'deux\n\nb']]));
  expect(incoming.unplaced).toEqual(['a', 'c']);
  expect(placed(incoming, 0, 5).answers.get(5)).toBe('a');
  expect(placed(incoming, 7, 5)).toBe(incoming);
});

test('undoing days later takes away no answer that the change had left alone', () => {
  const before = own(answer(1, 'à moi'), answer(5, 'cinq'));
  const after: Stored = { ...own(answer(1, 'du fichier'), answer(5, 'cinq')) };
  const later: Stored = {
    ...own(answer(1, 'du fichier, et plus'), answer(5, 'cinq, mieux'), answer(9, 'neuf')),
  };
  const back = undone(later, before, after);
  expect(answersOf(back)).toEqual({ 1: 'à moi', 5: 'cinq, mieux', 9: 'neuf' });
  expect(versionsOf(back)).toEqual(['1 du fichier, et plus']);
});

test('undoing days later keeps what was marked, attached, named and run since', () => {
  const piece = (id: number, text: string) =>
    ({ id, question: 1, at: 1, kind: 'line', text, data: '' }) as const;
  const hints = { kind: 'hints', question: 1, taken: 1, at: 1 } as const;
  const before: Stored = { ...own(answer(1, 'à moi')), marks: [hints], evidence: [piece(1, 'un')] };
  const after = replaced(before, sheet({ 1: 'du fichier' }), NOW);
  const later: Stored = {
    ...after,
    versions: [...after.versions, { ...answer(2, 'essai'), id: 9 }],
    marks: [{ ...hints, taken: 3 }],
    evidence: [piece(1, 'deux')],
  };
  const back = undone(later, before, after);
  expect(answersOf(back)).toEqual({ 1: 'à moi' });
  expect(versionsOf(back)).toEqual(['2 essai']);
  expect(back.marks).toEqual([{ ...hints, taken: 3 }]);
  expect(new Set(back.evidence.map(({ text }) => text))).toEqual(new Set(['un', 'deux']));

  const rest = { title: 'A', unplaced: ['a'], runs: [] };
  const restAfter = { title: 'B', unplaced: ['b'], runs: [] };
  expect(undoneRest(restAfter, rest, restAfter)).toEqual(rest);
  expect(undoneRest({ ...restAfter, title: 'C', unplaced: ['b', 'c'] }, rest, restAfter)).toEqual({
    ...rest,
    title: 'C',
    unplaced: ['a', 'c'],
  });
});
