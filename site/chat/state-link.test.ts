// Links to a state: read back as they were written, refused whole where anything is wrong, and deaf to hostile ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageNames } from '#lab/stages.ts';
import { RULE_ACTS, type Rule, readRule } from '#server/mallory/rule.ts';
import { mayBeState } from './relay-choice.ts';
import {
  leavesDraftOut,
  MOST_DRAFT,
  readState,
  type SharedState,
  withoutState,
  writeState,
} from './state-link.ts';

const FIRST = { offset: 0, ttl: 30, remembers: false, frozen: false, draft: '' };
const PLAIN: SharedState = {
  stage: 'plaintext',
  peers: { gauche: FIRST, droite: FIRST },
  latency: 0,
  ahead: 0,
  rule: undefined,
};

const with_ = (changed: Partial<SharedState>): SharedState => ({ ...PLAIN, ...changed });

describe('a person can read it', () => {
  test.each<[string, SharedState]>([
    ['#etat=1&stage=plaintext', PLAIN],
    [
      '#etat=1&stage=fernet-ttl&gauche=-45&gauche-texte=rdv+14h&droite-ttl=60&droite-memoire=1&latence=40&avance=30',
      with_({
        stage: 'fernet-ttl',
        peers: {
          gauche: { ...FIRST, offset: -45, draft: 'rdv 14h' },
          droite: { ...FIRST, ttl: 60, remembers: true },
        },
        latency: 40,
        ahead: 30,
      }),
    ],
    [
      '#etat=1&stage=hazmat&droite-iv-fige=1&regle=tamper&regle-masque=0c&regle-octet=5&regle-messages=3',
      with_({
        stage: 'hazmat',
        peers: { gauche: FIRST, droite: { ...FIRST, frozen: true } },
        rule: readRule({ act: 'tamper', mask: '0c', offset: 5, for: { messages: 3 } }),
      }),
    ],
  ])('%s', (fragment, state) => {
    expect(writeState(state)).toBe(fragment);
    expect(readState(fragment)).toEqual(state);
    expect(mayBeState(fragment)).toBe(true);
  });
});

const name = fc.constantFrom('gauche', 'droite', 'Éve & co', '#room=x');
const rule: fc.Arbitrary<Rule> = fc
  .record(
    {
      act: fc.constantFrom(...RULE_ACTS),
      from: name,
      as: name,
      mask: fc.constantFrom('0c', 'ff'.repeat(64)),
      every: fc.integer({ min: 1, max: 100 }),
      seconds: fc.integer({ min: 1, max: 600 }),
      times: fc.integer({ min: 1, max: 20 }),
      offset: fc.integer({ min: 0, max: 65_535 }),
      for: fc.oneof(
        fc.record({ messages: fc.integer({ min: 1, max: 1000 }) }),
        fc.record({ seconds: fc.integer({ min: 1, max: 600 }), messages: fc.integer({ min: 1, max: 1000 }) }),
      ),
    },
    { requiredKeys: ['act', 'as', 'mask', 'seconds'] },
  )
  .map((words) => readRule(words));

const draft = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .filter((text) => !leavesDraftOut(with_({ peers: { gauche: { ...FIRST, draft: text }, droite: FIRST } })));
const peer = fc.record({
  offset: fc.integer({ min: -120, max: 120 }),
  ttl: fc.integer({ min: 1, max: 120 }),
  remembers: fc.boolean(),
  frozen: fc.boolean(),
  draft,
});
const anyState: fc.Arbitrary<SharedState> = fc.record({
  stage: fc.constantFrom(...stageNames),
  peers: fc.record({ gauche: peer, droite: peer }),
  latency: fc.integer({ min: 0, max: 90 }),
  ahead: fc.integer({ min: 0, max: 86_400 }),
  rule: fc.option(rule, { nil: undefined }),
});

test('what is written is read back as it was, an invitation beside it or not', () => {
  fc.assert(
    fc.property(anyState, fc.boolean(), (state, invited) => {
      const fragment = writeState(state) + (invited ? '&room=demo&peer=droite' : '');
      expect(readState(fragment)).toEqual(state);
      expect(mayBeState(fragment)).toBe(true);
      expect(withoutState(fragment)).toBe(invited ? '#room=demo&peer=droite' : '');
    }),
  );
});

test('whatever is done to a link, it is read within the bounds, or not at all', () => {
  const junk = fc.oneof(
    fc.string(),
    fc.constantFrom('%', '%ff', '&', '=', '&etat=1', '&gauche=999', '\u0000'),
  );
  fc.assert(
    fc.property(anyState, fc.nat(), fc.nat(50), junk, (state, at, cut, put) => {
      const whole = writeState(state);
      const start = at % whole.length;
      const read = readState(whole.slice(0, start) + put + whole.slice(start + cut));
      // What is read can be written, and comes back: it is within all bounds.
      if (read) expect(readState(writeState(read))).toEqual(read);
    }),
  );
});

test('no fragment makes it throw, or freeze', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readState(text);
      readState(`#etat=1&stage=aead&${text}`);
    }),
  );
  const before = performance.now();
  expect(readState(`#etat=1&stage=aead&${'a=1&'.repeat(1_000_000)}`)).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(2000);
});

describe('is refused whole', () => {
  test.each([
    ['another version', '#etat=2&stage=aead'],
    ['no version', '#stage=aead'],
    ['no stage', '#etat=1'],
    ['an unknown stage', '#etat=1&stage=rot13'],
    ['a stage of the prototype', '#etat=1&stage=__proto__'],
    ['a stage that is a method', '#etat=1&stage=toString'],
    ['a clock beyond its range', '#etat=1&stage=aead&gauche=121'],
    ['a clock in another notation', '#etat=1&stage=aead&gauche=1e2'],
    ['a clock that is no number', '#etat=1&stage=aead&gauche=NaN'],
    ['minus nothing', '#etat=1&stage=aead&gauche=-0'],
    ['an empty number', '#etat=1&stage=aead&latence='],
    ['a value that comes twice', '#etat=1&stage=aead&gauche=1&gauche=2'],
    ['an unknown word', '#etat=1&stage=aead&journal=oui'],
    ['a password', '#etat=1&stage=aead&gauche-passe=soleil'],
    ['a prototype', '#etat=1&stage=aead&__proto__=1'],
    ['an unknown rule', '#etat=1&stage=aead&regle=explode'],
    ['a rule without what it needs', '#etat=1&stage=aead&regle=tamper'],
    ['a mask that is no hexadecimal', '#etat=1&stage=aead&regle=tamper&regle-masque=zz'],
    ['a word of a rule, and no rule', '#etat=1&stage=aead&regle-fois=2'],
    ['a rule beyond its bounds', '#etat=1&stage=aead&regle=replay&regle-fois=21'],
    ['a name that no log line holds', '#etat=1&stage=aead&regle=relabel&regle-nom=a%0Ab'],
    ['a text too long', `#etat=1&stage=aead&gauche-texte=${'x'.repeat(MOST_DRAFT + 1)}`],
    ['a text that turns its direction', '#etat=1&stage=aead&gauche-texte=%E2%80%AEabc'],
    ['a text with half a character', '#etat=1&stage=aead&gauche-texte=%E0%A4'],
    ['a text in which bytes were lost', '#etat=1&stage=aead&gauche-texte=rdv%EF%BF%BD'],
    ['one that was encoded, and cut', '#etat%3D1%26stage%3Daead%26gauche-texte%3D%E0%A4'],
    ['a text with an unseen control', '#etat=1&stage=aead&gauche-texte=a%00b'],
  ])('%s', (_, fragment) => expect(readState(fragment)).toBeUndefined());
});

test('a link that was encoded once more on its way is read as it was written', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const encoded = `#${encodeURIComponent(writeState(state).slice(1))}`;
      expect(readState(encoded)).toEqual(state);
      expect(mayBeState(encoded)).toBe(true);
    }),
  );
  expect(readState('#etat%3d1%26stage%3dfernet')).toEqual(with_({ stage: 'fernet' }));
});

test('a draft that does not fit is left out, and that is known', () => {
  const long = with_({ peers: { gauche: { ...FIRST, draft: 'x'.repeat(MOST_DRAFT + 1) }, droite: FIRST } });
  expect(writeState(long)).toBe('#etat=1&stage=plaintext');
  expect(leavesDraftOut(long)).toBe(true);
  expect(leavesDraftOut(PLAIN)).toBe(false);
  const lossy = with_({ peers: { gauche: { ...FIRST, draft: 'rdv \ufffd' }, droite: FIRST } });
  expect(writeState(lossy)).toBe('#etat=1&stage=plaintext');
  expect(leavesDraftOut(lossy)).toBe(true);
});

test.each([
  ['', false],
  ['#texte', false],
  ['#à-observer', false],
  ['#room=demo&peer=droite', false],
  ['#etat=1', true],
  ['#room=demo&etat=1', true],
  ['#etta=1&stage=aead', true],
  ['#etat%3D1%26stage%3Daead', true],
  ['#100%3', false],
])('whether a page must look at “%s”: %s', (fragment, answer) => expect(mayBeState(fragment)).toBe(answer));
