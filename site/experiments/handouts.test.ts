// What the relay's journal proves of what was handed to droite, who sits in another page.
import { expect, test } from 'vitest';
import type { JournalEntry } from '#server/mallory/journal.ts';
import { startBench } from '../../test/start-bench.ts';
import { alteredText, MaliceTrial } from './07-malice.ts';
import { copiesHanded, isDroiteElsewhere } from './handouts.ts';

const SEEN = { seq: 3, user: 'gauche', message: 'jeton', held: false };
const TO = ['droite'];

/** A journal of these deeds, one entry each, all done to the message. */
const journal = (...entries: readonly Pick<JournalEntry, 'deeds' | 'to'>[]): JournalEntry[] =>
  entries.map((entry, i) => ({ seq: i + 1, at: 0, of: SEEN.seq, ...entry }));

test.each([
  ['a message that only went its way', journal(), 0],
  ['repeated behind it', journal({ deeds: ['replay'], to: TO }), 1],
  ['repeated after a delay', journal({ deeds: ['delay'] }, { deeds: ['replay'], to: TO }), 1],
  ['held, and handed out once', journal({ deeds: ['hold'] }, { deeds: ['forward'], to: TO }), 0],
  ['dropped, and handed out all the same', journal({ deeds: ['drop'] }, { deeds: ['replay'], to: TO }), 0],
  ['altered, or under another name', journal({ deeds: ['replay', 'tamper'], to: TO }), 0],
  ['given to somebody else', journal({ deeds: ['replay', 'reflect'], to: ['gauche'] }), 0],
])('counts the copies of %s', (_, entries, copies) => {
  expect(copiesHanded(entries, SEEN)).toBe(copies);
});

test('what a message says now follows from the text that it is thought to have had, and from nothing else', () => {
  const before = new Uint8Array(16).fill(7);
  const after = before.slice();
  after[5] = 7 ^ 0x34 ^ 0x38; // "4" for "8"
  expect(alteredText('rdv 14h', before, after)).toBe('rdv 18h');
  expect(alteredText('un texte de deux blocs', before, after)).toBeUndefined();
});

test('what nobody got is not handed out, though it was ordered', async () => {
  const { bench, settle } = await startBench({ stage: 'hazmat' });
  const trial = new MaliceTrial(bench);
  trial.sit();
  await settle();
  trial.send();
  await settle();
  bench.places.release('droite');
  await settle();
  trial.wanted.value = '8';
  trial.handOutForged();
  await settle();
  expect(isDroiteElsewhere(bench)).toBe(true);
  expect(trial.handed()).toBeUndefined();
  expect(trial.goals.value.map(({ done }) => done)).toEqual([false, false, false]);
});
