// Which blocks stop which attack: each choice, and what falls when it is another.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { NOW } from '../../test/stage-contract.ts';
import { deriveKeys } from '../derive.ts';
import { fernet } from '../stages/fernet.ts';
import { type Blocks, runBattery, trialNames } from './anti-replay.ts';

const world = { keys: deriveKeys(fernet, 'soleil'), random: seededRandom('anti-replay'), now: NOW };

const GOOD: Blocks = {
  mark: 'counter',
  place: 'inside',
  name: true,
  checker: 'receiver',
  memory: 'highest',
  kept: true,
};

/** The trials that a protection does not pass. */
const failed = (blocks: Partial<Blocks>) => {
  const held = runBattery({ ...GOOD, ...blocks }, world);
  return trialNames.filter((name) => !held[name]);
};

describe('a protection', () => {
  test('with a counter and a name inside, checked by a receiver that keeps its memory, holds', () => {
    expect(failed({})).toEqual([]);
  });
  test('with a nonce and the list of all nonces holds as well', () => {
    expect(failed({ mark: 'nonce', memory: 'all' })).toEqual([]);
  });
  test.each([
    ['no mark', { mark: 'none' }, ['replayNow', 'replayLate', 'newMark', 'noMark', 'restart']],
    [
      'a date of which nothing is remembered',
      { mark: 'date', memory: 'nothing' },
      ['replayNow', 'newMark', 'noMark', 'restart'],
    ],
    ['a date of which the latest is remembered', { mark: 'date' }, ['sameSecond']],
    ['all dates remembered', { mark: 'date', memory: 'all' }, ['sameSecond']],
    ['dates that a restart erases', { mark: 'date', memory: 'all', kept: false }, ['sameSecond', 'restart']],
    ['a date, wherever the mark is said to stand', { mark: 'date', place: 'outside' }, ['sameSecond']],
    ['the mark outside', { place: 'outside' }, ['newMark']],
    // Where all are remembered, a mark that is missing must not pass for a new one.
    ['a nonce outside', { mark: 'nonce', place: 'outside', memory: 'all' }, ['newMark']],
    ['no name inside', { name: false }, ['rename', 'reflect']],
    [
      'the server as judge',
      { checker: 'server' },
      ['replayNow', 'replayLate', 'newMark', 'noMark', 'restart'],
    ],
    ['no memory', { memory: 'nothing' }, ['replayNow', 'replayLate', 'newMark', 'noMark', 'restart']],
    ['a memory that a restart erases', { kept: false }, ['honest', 'restart']],
    ['a nonce of which only the highest is kept', { mark: 'nonce' }, ['honest', 'sameSecond']],
  ] as const)('with %s fails', (_, blocks, expected) => {
    expect(failed(blocks)).toEqual(expected);
  });
});
