// What stands around a token is the relay's to write: none of the lab's four stages tells who sent it, to whom, or when in the row.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { CHEAP, NOW } from '../../test/stage-contract.ts';
import { fromUtf8, utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { type Stage, type Token, tryOpen } from '../stage.ts';
import { stageNames, stages } from '../stages.ts';
import { type Addressed, drop, reflect, relabel, reorder } from './envelope.ts';

interface Delivery extends Addressed {
  readonly token: Token;
}

const random = seededRandom('envelope');

/** The stages that bind no token to its envelope; the fifth does, see lab/stages/aead.test.ts. */
const unbound = stageNames.filter((name) => name !== 'aead');

/** Three messages that two peers sent, sealed at one stage, and what a receiver of them shows. */
function conversation(stage: Stage) {
  const keys = deriveKeys(stage, 'soleil', CHEAP);
  const deliver = (from: string, to: string, text: string): Delivery => ({
    from,
    to,
    token: stage.seal(utf8(text), keys, { now: NOW, random }),
  });
  const sent = [
    deliver('gauche', 'droite', 'tu viens ?'),
    deliver('droite', 'gauche', 'oui'),
    deliver('gauche', 'droite', 'rdv 14h'),
  ];
  /** As the screen of the recipient has it; `null` for a refusal. */
  const shown = (deliveries: readonly Delivery[], to: string) =>
    deliveries
      .filter((delivery) => delivery.to === to)
      .map(({ from, token }) => {
        const plaintext = tryOpen(stage, token, keys, { now: NOW });
        return plaintext ? `${from} : ${fromUtf8(plaintext)}` : null;
      });
  return { sent, shown };
}

describe.each(unbound)('at stage %s the recipient accepts', (name) => {
  const { sent, shown } = conversation(stages[name]);

  test('what was sent', () => {
    expect(shown(sent, 'droite')).toEqual(['gauche : tu viens ?', 'gauche : rdv 14h']);
    expect(shown(sent, 'gauche')).toEqual(['droite : oui']);
  });
  test('another sender’s name', () => {
    expect(shown(relabel(sent, 'gauche', 'mallory'), 'droite')).toEqual([
      'mallory : tu viens ?',
      'mallory : rdv 14h',
    ]);
  });
  test('his own message, as if the other had written it', () => {
    expect(shown(reflect(sent, 'gauche'), 'gauche')).toEqual([
      'droite : tu viens ?',
      'droite : oui',
      'droite : rdv 14h',
    ]);
  });
  test('another order', () => {
    expect(shown(reorder(sent, 0, 2), 'droite')).toEqual(['gauche : rdv 14h', 'gauche : tu viens ?']);
  });
  test('a row with a gap, which nothing shows', () => {
    expect(shown(drop(sent, 0), 'droite')).toEqual(['gauche : rdv 14h']);
  });
});

describe('the tokens', () => {
  const { sent } = conversation(stages.fernet);
  const tokens = (deliveries: readonly Delivery[]) => new Set(deliveries.map(({ token }) => token));

  test('are the very ones that were sent, and the row that was sent is left as it was', () => {
    const before = [...sent];
    for (const delivered of [
      relabel(sent, 'gauche', 'mallory'),
      reflect(sent, 'gauche'),
      reorder(sent, 0, 1),
    ])
      expect(tokens(delivered)).toEqual(tokens(sent));
    expect(drop(sent, 1)).toEqual([sent[0], sent[2]]);
    expect(sent).toEqual(before);
  });
  test('of others are left alone', () => {
    expect(relabel(sent, 'gauche', 'mallory')[1]).toBe(sent[1]);
    expect(reflect(sent, 'personne')).toEqual(sent);
  });
  test('keep their places when a place is named that is not there', () => {
    expect(reorder(sent, 0, 3)).toEqual(sent);
    expect(drop(sent, -1)).toEqual(sent);
  });
});
