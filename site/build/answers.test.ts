// What is shipped of the answers, and how their prose becomes a tree without HTML.
import { expect, test } from 'vitest';
import { formatKey, splitKey } from '#lab/stages/fernet.ts';
import { deriveInPage } from '../chat/keyring.ts';
import { bundleDerivation, openAnswer, openBundle, type SealedBundle } from '../notebook/model-answer.ts';
import { answersMode, shippedFiles, withAllCues } from './answers.ts';
import { proseOf } from './prose.ts';

const belief = {
  id: 'one-is-two',
  belief: 'Un égale deux.',
  tempting: 'Les deux sont petits.',
  contradicted: 'Comptez-les.',
  keep: 'Un n’est pas deux.',
  shown: 1,
  cues: { fr: ['egale+deux'], en: ['equals+two'] },
};
const answers = new Map([
  ['1', { prose: proseOf('fr', 'Le **un**.'), criteria: ['Un critère.'], beliefs: [belief] }],
  ['2', { prose: proseOf('fr', 'Le deux.'), criteria: ['Un autre.'], beliefs: [] }],
  ['en/2', { prose: proseOf('en', 'The two.'), criteria: ['A criterion: this one.'], beliefs: [] }],
]);

test('the mode is one of three', () => {
  expect(answersMode({})).toBe('open');
  expect(answersMode({ ANSWERS: 'sealed' })).toBe('sealed');
  expect(() => answersMode({ ANSWERS: 'all' })).toThrow('ANSWERS');
});

test('a belief has the cues of every language, by its id', () => {
  const french = { ...belief, cues: ['egale+deux'] };
  const english = { ...belief, belief: 'One is two.', cues: ['equals+two'] };
  const everywhere = [
    { lang: 'fr' as const, beliefs: [french] },
    { lang: 'en' as const, beliefs: [{ ...english, id: 'another' }, english] },
  ];
  expect(withAllCues([french], everywhere)).toEqual([belief]);
  expect(withAllCues([english], everywhere)).toEqual([{ ...belief, belief: 'One is two.' }]);
});

test('open ships them, none ships nothing', () => {
  expect(shippedFiles('open', answers, () => 'unused')).toEqual(answers);
  expect(shippedFiles('none', answers, () => 'unused').size).toBe(0);
});

test('sealed: each question under a key of its own, and the keys under the passphrase', async () => {
  const files = shippedFiles('sealed', answers, () => 'une phrase');
  expect([...files.keys()].sort()).toEqual(['1', '2', 'en/2', 'keys']);
  for (const text of ['critère', 'criterion', 'égale', 'petits', 'egale+deux', 'equals+two', 'one-is-two'])
    expect(JSON.stringify([...files])).not.toContain(text);

  const bundle = files.get('keys') as SealedBundle; // as the browser reads it
  const keyOf = async (passphrase: string) =>
    formatKey(splitKey(await deriveInPage(bundleDerivation(bundle), passphrase)));
  expect(openBundle(bundle, await keyOf('une autre'))).toBeUndefined();
  const keys = openBundle(bundle, await keyOf('une phrase')) ?? {};
  expect(new Set(Object.values(keys)).size).toBe(2);

  const { token } = files.get('2') as { token: string };
  expect(openAnswer(token, keys['2'])).toEqual(answers.get('2'));
  expect(openAnswer(token, keys['1'])).toBeUndefined();
  const first = files.get('1') as { token: string };
  expect(openAnswer(first.token, keys['1'])?.beliefs).toEqual([belief]);
  expect(openAnswer(token, undefined)).toBeUndefined();
  // A teacher who hands out the key of a question opens its answer in every language.
  const english = files.get('en/2') as { token: string };
  expect(openAnswer(english.token, keys['en/2'])).toEqual(answers.get('en/2'));
  expect(keys['en/2']).toBe(keys['2']);

  // What a guess at the passphrase costs: it has 100 bits, or is somebody's own.
  expect(bundle.iterations).toBeGreaterThanOrEqual(480_000);
  expect(bundle.salt).toMatch(/^[0-9a-f]{32}$/);
  const again = shippedFiles('sealed', answers, () => 'une phrase').get('keys') as SealedBundle;
  expect(again.salt).not.toBe(bundle.salt);
});

test('prose is a tree of a few tags, with French spaces outside of code, where it is French', () => {
  expect(proseOf('fr', '*Quoi* ? `a ; b`\n\n- un\n- **deux**')).toEqual([
    ['p', ['em', 'Quoi'], '\u202f? ', ['code', 'a ; b']],
    ['ul', ['li', 'un'], ['li', ['strong', 'deux']]],
  ]);
  expect(proseOf('en', 'It takes 30 s')).toEqual([['p', 'It takes 30 s']]);
});

test.each(['# titre', '<b>html</b>', '![image](x.png)', '[lien](https://a.test)'])(
  '%s is not prose',
  (markdown) => {
    expect(() => proseOf('fr', markdown)).toThrow('no page can draw');
  },
);
