// The workshop of question 11: what the reader chooses is what is tried, and a good choice is recognised.
import { expect, test } from 'vitest';
import { ParadeTrial } from './11-parade.ts';

const done = (trial: ParadeTrial) => trial.goals.value.map((goal) => goal.done);

test('begins with a protection that stops nothing, and recognises one that stops all', () => {
  const trial = new ParadeTrial();
  trial.run();
  expect(trial.report.value).toMatchObject({ honest: true, replayNow: false, rename: false, reflect: false });
  expect(done(trial)).toEqual([false, false]);
  trial.choose({ mark: 'counter', place: 'inside', name: true, checker: 'receiver', memory: 'highest' });
  expect(trial.report.value).toBeUndefined();
  trial.run();
  expect(trial.report.value).toMatchObject({ restart: false, honest: false, replayNow: true });
  trial.choose({ kept: true });
  trial.run();
  expect(done(trial)).toEqual([true, false]);
  trial.choose({ memory: 'nothing' });
  trial.run();
  expect(done(trial)).toEqual([true, false]); // it was reached once
});

test('takes the cage’s word only for a script that ran and an escaped copy that came twice', () => {
  const trial = new ParadeTrial();
  trial.note('executed');
  trial.note('escaped');
  expect(done(trial)[1]).toBe(false);
  trial.note('replayedEscaped');
  expect(done(trial)[1]).toBe(true);
});
