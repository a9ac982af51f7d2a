// The parts of the soak, in the order in which they run.
import { attack } from './attack.ts';
import { clock, cuts, stopped } from './faults.ts';
import { handIns } from './hand-ins.ts';
import { idle, joins } from './idle.ts';
import type { SoakPart } from './result.ts';
import { classOfForty, million, thousand } from './talk.ts';

const KILLS = 200;

export const PARTS: Readonly<Record<string, SoakPart>> = {
  class: classOfForty,
  thousand,
  joins,
  idle,
  million,
  cuts,
  stopped,
  clock,
  attack,
  'hand-ins': ({ quick }) => handIns(quick ? 3 : KILLS),
};
