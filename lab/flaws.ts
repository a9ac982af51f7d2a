// The cards of "find the flaw", in the order in which they are read: each runs its flawed code, and the same repaired.
import type { FlawWorld, Row } from './flaws/effect.ts';
import { effect as fixedBlock } from './flaws/fixed-block.ts';
import { effect as futureDate } from './flaws/future-date.ts';
import { effect as splitHyphen } from './flaws/split-hyphen.ts';

const flaws = {
  'future-date': futureDate,
  'split-hyphen': splitHyphen,
  'fixed-block': fixedBlock,
} as const satisfies Readonly<Record<string, (world: FlawWorld) => Row[]>>;

export type FlawName = keyof typeof flaws;

export const flawNames = Object.keys(flaws) as FlawName[]; // it has no other keys

export const runFlaw = (name: FlawName, world: FlawWorld): Row[] => flaws[name](world);
