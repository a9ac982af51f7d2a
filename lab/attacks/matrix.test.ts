// Every attack against every stage: each cell is what came of really running it.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { CHEAP, NOW } from '../../test/stage-contract.ts';
import { equal, fromUtf8, utf8, xor } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { inspect } from '../inspect.ts';
import { pad } from '../primitives/pkcs7.ts';
import {
  type CheckName,
  type FieldName,
  NO_BYTES,
  type Stage,
  type StageName,
  type Token,
} from '../stage.ts';
import { stageNames, stages } from '../stages.ts';
import { flip } from './bit-flip.ts';
import { findPassword, keyTable } from './dictionary.ts';
import { eavesdrop } from './eavesdrop.ts';
import { type Addressed, drop, reflect, relabel, reorder } from './envelope.ts';
import { cancelKeyStream, keyStreamOf, rewrite } from './keystream-reuse.ts';
import { recoverCbc, recoverCtr } from './padding-oracle.ts';
import { tamper } from './tamper.ts';

/**
 * "succeeds": the attacker reads, or the receiver accepts, what the attack is after; "gets nothing": the stage has not
 * what the attack needs; else the check of `open` that stops it.
 */
const EXPECTED = `
attack                           plaintext       hazmat          fernet          fernet-ttl
eavesdrop                        succeeds        gets nothing    gets nothing    gets nothing
bit flip                         succeeds        succeeds        refused: hmac   refused: hmac
keystream reuse, reading         gets nothing    succeeds        gets nothing    gets nothing
keystream reuse, writing         gets nothing    succeeds        refused: hmac   refused: hmac
padding oracle                   gets nothing    succeeds        refused: hmac   refused: hmac
replay at once                   succeeds        succeeds        succeeds        succeeds
replay after 40 s                succeeds        succeeds        succeeds        refused: age
replay after 40 s, clock ahead   succeeds        succeeds        succeeds        succeeds
reflect                          succeeds        succeeds        succeeds        succeeds
relabel                          succeeds        succeeds        succeeds        succeeds
reorder                          succeeds        succeeds        succeeds        succeeds
drop                             succeeds        succeeds        succeeds        succeeds
dictionary                       gets nothing    succeeds        succeeds        succeeds
`;
const [HEADER = '', ...ROWS] = EXPECTED.trim().split('\n');

type Outcome = 'succeeds' | 'gets nothing' | `refused: ${CheckName}`;

const WORDS = ['azerty', 'motdepasse', 'soleil'];
const PASSWORD = 'soleil';
const TEXT = 'rdv 14h';

/** What an attack meets: a stage, and two peers who share a password. The keys are theirs, not the attacker's. */
class Scene {
  readonly stage: Stage;
  readonly #keys;
  readonly #random = seededRandom('matrix');

  constructor(name: StageName) {
    this.stage = stages[name];
    this.#keys = deriveKeys(this.stage, PASSWORD, CHEAP);
  }

  seal(text: string, now = NOW, random = this.#random): Token {
    return this.stage.seal(utf8(text), this.#keys, { now, random });
  }

  /** What the receiver does with a token, `later` seconds after NOW. */
  receive(token: Token, later = 0): { text: string | undefined; failed: CheckName | undefined } {
    const { plaintext, checks } = inspect(this.stage, token, this.#keys, { now: NOW + later });
    const failed = checks.find(({ result }) => result === 'failed')?.name;
    return { text: plaintext && fromUtf8(plaintext), failed };
  }

  /** Whether a token that the attacker made, if he could, shows the text that he wants. */
  shows(token: Token | undefined, wanted: string, later = 0): Outcome {
    if (token === undefined) return 'gets nothing';
    const { text, failed } = this.receive(token, later);
    if (failed) return `refused: ${failed}`;
    return text === wanted ? 'succeeds' : 'gets nothing';
  }

  field(token: Token, name: FieldName): Uint8Array | undefined {
    return this.stage.fields(token).find((field) => field.name === name)?.bytes;
  }
}

const gets = (isThere: boolean): Outcome => (isThere ? 'succeeds' : 'gets nothing');

/** The field in which a flipped bit flips the same bit of the first block of text. In CBC that is the IV. */
const LEVER = { plaintext: 'text', hazmat: 'ciphertext', fernet: 'iv', 'fernet-ttl': 'iv' } as const;

function bitFlip(scene: Scene): Outcome {
  const forged = tamper(scene.stage, scene.seal(TEXT), LEVER[scene.stage.name], (bytes) =>
    flip(bytes, 5, utf8('4'), utf8('8')),
  );
  return scene.shows(forged, 'rdv 18h');
}

const frozen = (length: number) => new Uint8Array(length).fill(7);

/** One message is known, the other is not; both went out under the same counter block, or IV. */
function readByReuse(scene: Scene): Outcome {
  const [known, secret] = [TEXT, 'code 4711'];
  const [first = NO_BYTES, second = NO_BYTES] = [known, secret].map((text) =>
    scene.field(scene.seal(text, NOW, frozen), 'ciphertext'),
  );
  const read = xor(cancelKeyStream(first, second), pad(utf8(known)));
  expect(xor(keyStreamOf(first, pad(utf8(known))), second)).toEqual(read);
  return gets(equal(read, pad(utf8(secret))));
}

function writeByReuse(scene: Scene): Outcome {
  const token = scene.seal(TEXT, NOW, frozen);
  const forged = rewrite(scene.field(token, 'ciphertext') ?? NO_BYTES, utf8(TEXT), utf8('vire 900 €'));
  return scene.shows(forged && tamper(scene.stage, token, 'ciphertext', () => forged), 'vire 900 €');
}

/** Asks the receiver with tokens of the attacker's making; what refuses them all, if anything does, is one check. */
function askForPadding(scene: Scene): Outcome {
  const token = scene.seal(TEXT);
  const name = scene.field(token, 'iv') ? 'iv' : 'counterBlock';
  const [start, ciphertext] = [scene.field(token, name), scene.field(token, 'ciphertext')];
  if (!start || !ciphertext) return 'gets nothing';
  const failed = new Set<CheckName>();
  const recover = name === 'iv' ? recoverCbc : recoverCtr;
  const { plaintext } = recover(start, ciphertext, (chosenStart, chosen) => {
    const withStart = tamper(scene.stage, token, name, () => chosenStart) ?? token;
    const answer = scene.receive(tamper(scene.stage, withStart, 'ciphertext', () => chosen) ?? token);
    if (answer.failed) failed.add(answer.failed);
    return answer.failed === undefined;
  });
  if (plaintext) return gets(fromUtf8(plaintext) === TEXT);
  const [check] = failed;
  expect(failed.size).toBe(1);
  return check ? `refused: ${check}` : 'gets nothing';
}

/** Delivers a token, then the same one again. @param ahead - the sender's clock, in seconds before the receiver's */
function replayAfter(seconds: number, ahead = 0) {
  return (scene: Scene): Outcome => {
    const token = scene.seal(TEXT, NOW + ahead);
    expect(scene.shows(token, TEXT)).toBe('succeeds');
    return scene.shows(token, TEXT, seconds);
  };
}

interface Delivery extends Addressed {
  readonly token: Token;
}

/** Delivers a row of messages as a relay rewrites it, and looks at what one of the peers is shown. */
function rewriting(change: (row: readonly Delivery[]) => Delivery[], reader: string, wanted: string[]) {
  return (scene: Scene): Outcome => {
    const row = ['vire 100 €', 'non, attends'].map((text) => ({
      from: 'gauche',
      to: 'droite',
      token: scene.seal(text),
    }));
    const shown = change(row)
      .filter(({ to }) => to === reader)
      .map(({ from, token }) => ({ from, ...scene.receive(token) }));
    const failed = shown.find((message) => message.failed)?.failed;
    if (failed) return `refused: ${failed}`;
    expect(shown.map(({ from, text }) => `${from} : ${text}`)).toEqual(wanted);
    return 'succeeds';
  };
}

function tryDictionary(scene: Scene): Outcome {
  const table = keyTable(scene.stage, WORDS, CHEAP);
  return gets(findPassword(scene.stage, scene.seal('rdv 14h, comme hier'), { now: NOW }, table) === PASSWORD);
}

const attacks: Readonly<Record<string, (scene: Scene) => Outcome>> = {
  eavesdrop: (scene) => gets(eavesdrop(scene.stage, scene.seal(TEXT)) === TEXT),
  'bit flip': bitFlip,
  'keystream reuse, reading': readByReuse,
  'keystream reuse, writing': writeByReuse,
  'padding oracle': askForPadding,
  'replay at once': replayAfter(0),
  'replay after 40 s': replayAfter(40),
  'replay after 40 s, clock ahead': replayAfter(40, 60),
  reflect: rewriting((row) => reflect(row, 'gauche'), 'gauche', [
    'droite : vire 100 €',
    'droite : non, attends',
  ]),
  relabel: rewriting((row) => relabel(row, 'gauche', 'mallory'), 'droite', [
    'mallory : vire 100 €',
    'mallory : non, attends',
  ]),
  reorder: rewriting((row) => reorder(row, 0, 1), 'droite', ['gauche : non, attends', 'gauche : vire 100 €']),
  drop: rewriting((row) => drop(row, 1), 'droite', ['gauche : vire 100 €']),
  dictionary: tryDictionary,
};

const line = (name: string, cells: readonly string[]) =>
  [name.padEnd(33), ...cells.map((cell) => cell.padEnd(16))].join('').trimEnd();

describe('what each attack comes to at each stage', () => {
  test('is told of all attacks, and of all stages', () => {
    expect(HEADER).toBe(line('attack', stageNames));
    expect(ROWS.map((row) => row.slice(0, 33).trimEnd())).toEqual(Object.keys(attacks));
  });
  test.each(ROWS)('%s', (row) => {
    const name = row.slice(0, 33).trimEnd();
    const cells = stageNames.map((stage) => attacks[name]?.(new Scene(stage)) ?? '');
    expect(line(name, cells)).toBe(row);
  });
});
