// The rule's form, in the words of the wire.
import { expect, test } from 'vitest';
import { RULE_ACTS, readRule } from '#server/mallory/rule.ts';
import { FIRST_DRAFT, MASK_PATTERN, type RuleDraft, ruleOf } from './rule-draft.ts';

const draft = (words: Partial<RuleDraft>) => ruleOf({ ...FIRST_DRAFT, ...words });

test.each<[Partial<RuleDraft>, object | undefined]>([
  [{ act: 'none', from: 'gauche' }, undefined],
  [{ act: 'hold' }, { act: 'hold', every: 1 }],
  [
    { act: 'drop', from: 'gauche', every: '2', until: 'messages', count: '4' },
    { act: 'drop', from: 'gauche', every: 2, for: { messages: 4 } },
  ],
  [
    { act: 'delay', until: 'seconds', count: '9' },
    { act: 'delay', every: 1, seconds: 5, for: { seconds: 9 } },
  ],
  [
    { act: 'replay', times: '3' },
    { act: 'replay', every: 1, times: 3, seconds: 5 },
  ],
  [
    { act: 'relabel', as: 'paul' },
    { act: 'relabel', every: 1, as: 'paul' },
  ],
  [
    { act: 'tamper', ordinal: '6', mask: '0c 0D' },
    { act: 'tamper', every: 1, offset: 5, mask: '0c0D' },
  ],
])('%j', (words, expected) => {
  expect(draft(words)).toEqual(expected);
});

test.each(RULE_ACTS)('as it is first filled in, the relay takes it: %s', (act) => {
  expect(readRule(JSON.parse(JSON.stringify(draft({ act })))).act).toBe(act);
});

test.each([
  ['0c', true],
  ['0c 0D', true],
  ['00'.repeat(64), true],
  ['00'.repeat(65), false],
  ['', false],
  ['0', false],
  ['0x0c', false],
])('a mask that the form accepts, the relay does: %j, %s', (mask, accepted) => {
  expect(new RegExp(`^(?:${MASK_PATTERN})$`, 'v').test(mask)).toBe(accepted); // as HTML's `pattern` has it
  const rule = () => readRule(draft({ act: 'tamper', mask }));
  if (accepted) expect(rule().mask).toBe(mask.replace(' ', ''));
  else expect(rule).toThrow();
});
