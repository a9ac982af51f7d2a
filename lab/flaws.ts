// The cards of "find the flaw", in the order in which they are read: each runs its flawed code, and the same repaired.
import { effect as characterCount } from './flaws/character-count.ts';
import { effect as clearExpiry } from './flaws/clear-expiry.ts';
import type { FlawWorld, Row } from './flaws/effect.ts';
import { effect as errorAsText } from './flaws/error-as-text.ts';
import { effect as fewIterations } from './flaws/few-iterations.ts';
import { effect as fixedBlock } from './flaws/fixed-block.ts';
import { effect as futureDate } from './flaws/future-date.ts';
import { effect as loggedKey } from './flaws/logged-key.ts';
import { effect as rethrown } from './flaws/rethrown.ts';
import { effect as shortTtl } from './flaws/short-ttl.ts';
import { effect as splitHyphen } from './flaws/split-hyphen.ts';
import { effect as unsentSalt } from './flaws/unsent-salt.ts';

const flaws = {
  'logged-key': loggedKey,
  'fixed-block': fixedBlock,
  'character-count': characterCount,
  'unsent-salt': unsentSalt,
  'few-iterations': fewIterations,
  'future-date': futureDate,
  'short-ttl': shortTtl,
  'clear-expiry': clearExpiry,
  'split-hyphen': splitHyphen,
  'error-as-text': errorAsText,
  rethrown,
} as const satisfies Readonly<Record<string, (world: FlawWorld) => Row[]>>;

export type FlawName = keyof typeof flaws;

export const flawNames = Object.keys(flaws) as FlawName[]; // it has no other keys

export const runFlaw = (name: FlawName, world: FlawWorld): Row[] => flaws[name](world);
