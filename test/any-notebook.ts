// Notebooks of any content, for the tests of what is exported and imported.
import fc from 'fast-check';
import { attackNames } from '#lab/attacks/matrix.ts';
import { stageNames } from '#lab/stages.ts';
import type { Evidence, Mark, OwnAnswer, Version } from '#site/notebook/database.ts';
import type { KeptEvent, KeptRun } from '#site/notebook/matrix-runs.ts';
import { numbered, type Whole } from '#site/notebook/whole.ts';

const question = fc.integer({ min: 1, max: 16 });
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '__proto__',
    '\ufeffété',
    'un\r\ndeux',
    '</script>',
    '\ud800',
    '1. rien\n## TTL\n- a',
    '```\n',
  ),
);
const someText = text.filter((words) => words !== '');

const answer: fc.Arbitrary<OwnAnswer> = fc.record({ question, text: someText, at: moment, since: moment });
const guess = fc.record(
  { option: text, confidence: fc.constantFrom(1 as const, 2 as const, 3 as const), at: moment },
  { requiredKeys: ['option', 'at'] },
);
const count = fc.integer({ min: 0, max: 100 });

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({ kind: fc.constant('read' as const), question, at: moment }),
  fc.record(
    { kind: fc.constant('prediction' as const), question, first: guess, last: guess },
    { requiredKeys: ['kind', 'question', 'first'] },
  ),
  fc.record(
    { kind: fc.constant('tried' as const), question, at: moment, reached: moment },
    { requiredKeys: ['kind', 'question', 'at'] },
  ),
  fc.record({ kind: fc.constant('hints' as const), question, taken: count, at: moment }),
  fc.record({ kind: fc.constant('compared' as const), question, at: moment, met: fc.array(count) }),
  fc.record({
    kind: fc.constant('flaws' as const),
    question,
    found: fc.array(text, { maxLength: 3 }),
    told: fc.array(text, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('recalled' as const), question, at: moment, times: count }),
);

const evidence: fc.Arbitrary<Omit<Evidence, 'id'>> = fc.record({
  question,
  at: moment,
  kind: fc.constantFrom('line' as const, 'message' as const, 'run' as const),
  text,
  data: text,
});

const event: fc.Arbitrary<KeptEvent> = fc.oneof(
  fc.record({ event: fc.constant('found' as const), text }),
  fc.record({ event: fc.constant('tried' as const), count }),
  fc.record({
    event: fc.constant('forged' as const),
    token: fc.constant({ data: 'AAAA', encoding: 'base64' as const }),
  }),
  fc.record({
    event: fc.constant('sent' as const),
    from: fc.constantFrom('gauche' as const, 'droite' as const),
    text,
    token: text,
  }),
);

const run: fc.Arbitrary<KeptRun> = fc.record(
  {
    attack: fc.constantFrom(...attackNames),
    stage: fc.constantFrom(...stageNames),
    outcome: fc.constantFrom('succeeds' as const, 'refused: hmac' as const),
    trace: fc.array(event, { maxLength: 3 }),
    at: moment,
    guessMs: fc.double({ min: 0, max: 1e6, noNaN: true }).map((ms) => ms + 0), // JSON has no -0
  },
  { requiredKeys: ['attack', 'stage', 'outcome', 'trace', 'at'] },
);

const once = <T>(one: fc.Arbitrary<T>, keyOf: (value: T) => string | number) =>
  fc.uniqueArray(one, { selector: keyOf, maxLength: 8 });

const title = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((words) => words.replace(/\s+/g, ' ').trim());

/** Any notebook, as the browser may hold it. */
export const anyWhole: fc.Arbitrary<Whole> = fc.record({
  title,
  unplaced: fc.array(someText, { maxLength: 3 }),
  answers: once(answer, (one) => one.question),
  versions: fc.array(answer, { maxLength: 8 }).map((all): readonly Version[] => numbered(all)),
  marks: once(mark, (one) => `${one.kind} ${one.question}`),
  evidence: fc.array(evidence, { maxLength: 4 }).map(numbered),
  runs: once(run, ({ attack, stage }) => `${attack} ${stage}`),
});
