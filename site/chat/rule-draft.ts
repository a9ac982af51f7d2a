// The rule of the malicious relay as the reader fills it in, and which of its words an act needs.

import type { RuleAct } from '#server/mallory/rule.ts';
import type { RuleWords } from './operator.ts';

export interface RuleDraft {
  /** `none`: the relay does nothing of itself */
  readonly act: RuleAct | 'none';
  /** a name, or nothing for all */
  readonly from: string;
  readonly every: string;
  readonly seconds: string;
  readonly times: string;
  readonly as: string;
  /** the first byte that is changed, from 1 */
  readonly ordinal: string;
  readonly mask: string;
  readonly until: 'ever' | 'messages' | 'seconds';
  readonly count: string;
}

export const FIRST_DRAFT: RuleDraft = {
  act: 'none',
  from: '',
  every: '1',
  seconds: '5',
  times: '1',
  as: 'droite',
  ordinal: '1',
  mask: '01',
  until: 'ever',
  count: '3',
};

export type Parameter = 'seconds' | 'times' | 'as' | 'ordinal' | 'mask';

const PARAMETERS: Partial<Readonly<Record<RuleDraft['act'], readonly Parameter[]>>> = {
  delay: ['seconds'],
  replay: ['times', 'seconds'],
  relabel: ['as'],
  tamper: ['ordinal', 'mask'],
};

/** What there is to say about an act, besides whom it is for and until when. */
export function parametersOf(act: RuleDraft['act']): readonly Parameter[] {
  return PARAMETERS[act] ?? [];
}

/** The rule in the wire's words; undefined for none. */
export function ruleOf(draft: RuleDraft): RuleWords | undefined {
  const { act, from, until } = draft;
  if (act === 'none') return undefined;
  const words: Readonly<Record<Parameter, Partial<RuleWords>>> = {
    seconds: { seconds: Number(draft.seconds) },
    times: { times: Number(draft.times) },
    as: { as: draft.as },
    ordinal: { offset: Number(draft.ordinal) - 1 },
    mask: { mask: draft.mask.replace(/\s/g, '') },
  };
  const count = Number(draft.count);
  return Object.assign(
    { act, every: Number(draft.every) },
    from === '' ? {} : { from },
    until === 'ever' ? {} : { for: { [until]: count } },
    ...parametersOf(act).map((parameter) => words[parameter]),
  );
}

/** What an input accepts as a mask: 1 to 64 bytes in hexadecimal, with or without spaces. */
export const MASK_PATTERN = '\\s*([0-9a-fA-F]\\s*[0-9a-fA-F]\\s*){1,64}';
