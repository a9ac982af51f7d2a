// The strict form of the runs of the matrix in a file: the page of the matrix draws what it is given.
import { attackNames } from '#lab/attacks/matrix.ts';
import type { Lack, PeerName } from '#lab/attacks/scene.ts';
import type { CheckName } from '#lab/stage.ts';
import { stageNames, stages } from '#lab/stages.ts';
import { readPayload } from '#server/payload.ts';
import { Fields, WrongForm } from './json-reader.ts';
import type { KeptEvent, KeptRun } from './matrix-runs.ts';

const PEERS: readonly PeerName[] = ['gauche', 'droite'];
const LACKS: readonly Lack[] = [
  'open text',
  'ciphertext',
  'key stream',
  'padding',
  'drawn field',
  'password',
  'line break',
];
const CHECKS: readonly CheckName[] = Object.values(stages).flatMap(({ steps }) =>
  steps.map(({ name }) => name),
);
const OUTCOMES: readonly KeptRun['outcome'][] = [
  'succeeds',
  'gets nothing',
  'out of time',
  ...CHECKS.map((check) => `refused: ${check}` as const),
];
const EVENTS = [
  'sent',
  'forged',
  'delivered',
  'found',
  'supposed',
  'tried',
  'guessed',
  'logged',
  'lacks',
] as const;
const COUNTABLE = Number.MAX_SAFE_INTEGER;

function tokenOf(fields: Fields) {
  try {
    return readPayload(fields.any('token'));
  } catch {
    throw new WrongForm('token');
  }
}

function delivered(fields: Fields): KeptEvent {
  return {
    event: 'delivered',
    to: fields.oneOf('to', PEERS),
    from: fields.text('from'),
    token: tokenOf(fields),
    after: fields.amount('after'),
    ...(fields.has('text') ? { text: fields.text('text') } : {}),
    ...(fields.has('failed') ? { failed: fields.oneOf('failed', CHECKS) } : {}),
  };
}

function readEvent(value: unknown): KeptEvent {
  const fields = new Fields(value);
  const event = fields.oneOf('event', EVENTS);
  switch (event) {
    case 'sent':
      return { event, from: fields.oneOf('from', PEERS), text: fields.text('text'), token: tokenOf(fields) };
    case 'forged':
      return { event, token: tokenOf(fields) };
    case 'delivered':
      return delivered(fields);
    case 'found':
    case 'supposed':
      return { event, text: fields.text('text') };
    case 'tried':
      return { event, count: fields.whole('count', 0, COUNTABLE) };
    case 'guessed':
      return {
        event,
        words: fields.texts('words'),
        rank: fields.whole('rank', 1, COUNTABLE),
        count: fields.whole('count', 1, COUNTABLE),
      };
    case 'logged':
      return { event, user: fields.text('user'), text: fields.text('text'), naive: fields.text('naive') };
    case 'lacks':
      return { event, what: fields.oneOf('what', LACKS) };
  }
}

/** @param written - the data of a piece. @returns undefined for anything that is no run */
export function readRecordedRun(written: string): KeptRun | undefined {
  try {
    return readRun(JSON.parse(written));
  } catch {
    return undefined; // no JSON, or no such form
  }
}

/** @throws WrongForm for anything that the page of the matrix has not written */
export function readRun(value: unknown): KeptRun {
  const fields = new Fields(value);
  return {
    attack: fields.oneOf('attack', attackNames),
    stage: fields.oneOf('stage', stageNames),
    outcome: fields.oneOf('outcome', OUTCOMES),
    trace: fields.list('trace', readEvent),
    at: fields.moment('at'),
    ...(fields.has('guessMs') ? { guessMs: fields.amount('guessMs') } : {}),
  };
}
