// Every attack on any stage, really run: what it comes to, and the trace of how it came to it.
import { equal, fromUtf8, utf8 } from '../bytes.ts';
import { type CheckName, type FieldName, NO_BYTES, type Random, type Stage, type Token } from '../stage.ts';
import { flip } from './bit-flip.ts';
import { eavesdrop } from './eavesdrop.ts';
import { type Addressed, drop, reflect, relabel, reorder } from './envelope.ts';
import { guessPassword } from './guessing.ts';
import { cancelKeyStream, cribDrag, rewrite } from './keystream-reuse.ts';
import { asPythonShows, forgingText, naiveLine } from './log-forging.ts';
import { clone, STATE_WORDS, seededLikePython } from './mersenne-twister.ts';
import { recoverCbc, recoverCtr } from './padding-oracle.ts';
import { type PeerName, type Reception, Scene, type SceneWorld, type TraceEvent } from './scene.ts';
import { tamper } from './tamper.ts';

/**
 * "succeeds": the attacker reads, or the receiver accepts, what the attack is after; "gets nothing": the stage has not
 * what the attack needs; "out of time": nothing stops it, but the world gave it no more time; else the check of `open`
 * that stops it.
 */
export type Outcome = 'succeeds' | 'gets nothing' | 'out of time' | `refused: ${CheckName}`;

export interface Run {
  readonly outcome: Outcome;
  readonly trace: readonly TraceEvent[];
}

type Attack = (scene: Scene) => Outcome | Promise<Outcome>;

const TEXT = 'rdv 14h';

/** The field in which a flipped bit flips the same bit of the first block of text. In CBC that is the IV. */
const LEVER = {
  plaintext: 'text',
  hazmat: 'ciphertext',
  fernet: 'iv',
  'fernet-ttl': 'iv',
  aead: 'ciphertext',
} as const satisfies Record<Stage['name'], FieldName>;

/** The field that a sender draws anew for each message, and must. */
const DRAWN = {
  plaintext: undefined,
  hazmat: 'counterBlock',
  fernet: 'iv',
  'fernet-ttl': 'iv',
  aead: 'nonce',
} as const satisfies Record<Stage['name'], FieldName | undefined>;

const gets = (isThere: boolean): Outcome => (isThere ? 'succeeds' : 'gets nothing');

/** What a reception is to an attacker who wants the reader to see a certain text. */
function shows({ text, failed }: Reception, wanted: string): Outcome {
  if (failed) return `refused: ${failed}`;
  return gets(text === wanted);
}

function readInClear(scene: Scene): Outcome {
  const text = eavesdrop(scene.stage, scene.seal(TEXT));
  if (text === undefined) return scene.lacks('open text');
  scene.found(text);
  return gets(text === TEXT);
}

/** How many bytes hide the text: 16n, or as many as it has. */
const hiddenBytes = (scene: Scene, token: Token) =>
  (scene.field(token, 'ciphertext') ?? scene.field(token, 'text') ?? NO_BYTES).length;

/** Tells a short answer from a long one, by nothing but its length. */
function readLengths(scene: Scene): Outcome {
  const long = 'non, je ne pourrai pas venir avant la semaine prochaine';
  const [short, other] = [scene.seal('oui'), scene.seal(long)];
  const isTold = hiddenBytes(scene, short) < hiddenBytes(scene, other);
  if (isTold) scene.found(`${hiddenBytes(scene, short)} < ${hiddenBytes(scene, other)}`);
  return gets(isTold);
}

function bitFlip(scene: Scene): Outcome {
  const token = scene.seal(TEXT);
  const forged = tamper(scene.stage, token, LEVER[scene.stage.name], (bytes) =>
    flip(bytes, 5, utf8('4'), utf8('8')),
  );
  return forged ? shows(scene.deliver(scene.forged(forged)), 'rdv 18h') : 'gets nothing';
}

const frozen: Random = (length) => new Uint8Array(length).fill(7);

/** Two messages went out under one counter block, IV or nonce, and some words of one are guessed: no text is known. */
function readByReuse(scene: Scene): Outcome {
  const secret = 'ton code : 4711, garde-le bien';
  const tokens = ['on se voit demain soir, merci', secret].map((text) =>
    scene.seal(text, { random: frozen }),
  );
  const [first, second] = tokens.map((token) => scene.field(token, 'ciphertext'));
  if (!first || !second) return scene.lacks('ciphertext');
  const crib = 'demain soir';
  scene.supposed(crib);
  const fits = cribDrag(cancelKeyStream(first, second), utf8(crib)).filter(({ plausible }) => plausible);
  const [best] = fits.sort((a, b) => b.wordShare - a.wordShare); // the attacker judges by nothing but its looks
  if (!best || !secret.includes(best.text)) return scene.lacks('key stream');
  scene.found(best.text);
  return 'succeeds';
}

function writeByReuse(scene: Scene): Outcome {
  const token = scene.seal('vire 100 € !');
  const ciphertext = scene.field(token, 'ciphertext');
  if (!ciphertext) return scene.lacks('ciphertext');
  const known = utf8('vire 100 € !');
  // Where nothing is padded, the whole text in the place of the whole text will do.
  const rewritten =
    ciphertext.length === known.length
      ? flip(ciphertext, 0, known, utf8('vire 900 € !'))
      : rewrite(ciphertext, known, utf8('vire 900 € !'));
  const forged = rewritten && tamper(scene.stage, token, 'ciphertext', () => rewritten);
  return forged ? shows(scene.deliver(scene.forged(forged)), 'vire 900 € !') : 'gets nothing';
}

/** Asks the receiver with tokens of the attacker's making; what refuses them all, if anything does, is one check. */
function askForPadding(scene: Scene): Outcome {
  const token = scene.seal(TEXT);
  const name = DRAWN[scene.stage.name];
  const start = name && scene.field(token, name);
  const ciphertext = scene.field(token, 'ciphertext');
  if (!name || !start || !ciphertext) return scene.lacks('padding');
  const failed = new Map<CheckName, number>();
  const recover = name === 'iv' ? recoverCbc : recoverCtr;
  const { plaintext, calls } = recover(start, ciphertext, (chosenStart, chosen) => {
    const withStart = tamper(scene.stage, token, name, () => chosenStart) ?? token;
    const asked = tamper(scene.stage, withStart, 'ciphertext', () => chosen) ?? token;
    const answer = scene.deliver(asked, { silent: true });
    if (answer.failed) failed.set(answer.failed, (failed.get(answer.failed) ?? 0) + 1);
    return answer.failed === undefined;
  });
  scene.tried(calls);
  const text = plaintext && fromUtf8(plaintext);
  if (text !== undefined) scene.found(text);
  if (text === TEXT) return 'succeeds';
  const [check, ...others] = failed.keys();
  return check && others.length === 0 ? `refused: ${check}` : 'gets nothing';
}

/** Delivers a token, then the same one again. @param ahead - the sender's clock, in seconds before the receiver's */
function replayAfter(seconds: number, ahead = 0): Attack {
  return (scene) => {
    const token = scene.seal(TEXT, { ahead });
    scene.deliver(token);
    return shows(scene.deliver(token, { after: seconds }), TEXT);
  };
}

/** Holds a token back, and delivers it for the first time so many seconds late. */
function delay(seconds: number): Attack {
  return (scene) => shows(scene.deliver(scene.seal(TEXT), { after: seconds }), TEXT);
}

function replayToForgetful(scene: Scene): Outcome {
  const token = scene.seal(TEXT);
  scene.deliver(token);
  scene.loseMemory('droite');
  return shows(scene.deliver(token, { after: 10 }), TEXT);
}

interface Delivery extends Addressed {
  readonly token: Token;
}

const isPeer = (name: string): name is PeerName => name === 'gauche' || name === 'droite';

/** Delivers a row of messages as a relay rewrites it, and looks at what one of the peers is shown. */
function rewriting(
  change: (row: readonly Delivery[]) => Delivery[],
  reader: PeerName,
  wanted: readonly string[],
): Attack {
  return (scene) => {
    const row = ['vire 100 €', 'non, attends'].map((text) => ({
      from: 'gauche',
      to: 'droite',
      token: scene.seal(text),
    }));
    const receptions = change(row).flatMap(({ from, to, token }) =>
      isPeer(to) ? [{ from, to, ...scene.deliver(token, { from, to }) }] : [],
    );
    const shown = receptions.filter(({ to }) => to === reader);
    const failed = shown.find((reception) => reception.failed)?.failed;
    if (failed) return `refused: ${failed}`;
    const lines = shown.map(({ from, text }) => `${from} : ${text}`);
    return gets(lines.join('\n') === wanted.join('\n'));
  };
}

/** A sender who draws from Python's `random`: the attacker foretells the field that must not come twice. */
function foretell(scene: Scene): Outcome {
  const name = DRAWN[scene.stage.name];
  if (!name) return scene.lacks('drawn field');
  const generator = seededLikePython(BigInt(scene.world.now));
  const random = drawnFrom(() => generator.next());
  const outputs: number[] = [];
  let sent = 0;
  while (outputs.length < STATE_WORDS) {
    const drawn = scene.field(scene.seal(TEXT, { random }), name) ?? NO_BYTES;
    for (let at = 0; at + 4 <= drawn.length; at += 4)
      outputs.push(new DataView(drawn.buffer, drawn.byteOffset).getUint32(at));
    sent += 1;
  }
  scene.trace.splice(1, sent - 2); // the first and the last of the messages tell enough
  scene.tried(outputs.length);
  const copy = clone(outputs);
  const foretold = drawnFrom(() => copy.next())(scene.field(scene.seal(TEXT, { random }), name)?.length ?? 0);
  const last = scene.trace.at(-1);
  const drawn = last?.event === 'sent' ? scene.field(last.token, name) : undefined;
  return gets(drawn !== undefined && equal(drawn, foretold));
}

/** Bytes of a generator of 32-bit words, each with its highest byte first. */
function drawnFrom(next: () => number): Random {
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 4) new DataView(bytes.buffer).setUint32(at, next());
    return bytes;
  };
}

/** A sender forges a line of a server that logs what it carries as it came. */
function forgeLogLine(scene: Scene): Outcome {
  const token = scene.seal(forgingText('bonjour', 'droite', 'je démissionne'));
  const text = asPythonShows(token);
  const naive = naiveLine('gauche', text);
  scene.trace.push({ event: 'logged', user: 'gauche', text, naive });
  const forged = naiveLine('droite', 'je démissionne');
  if (!naive.split('\n').includes(forged)) return scene.lacks('line break');
  scene.found(forged);
  return 'succeeds';
}

const attacks = {
  eavesdrop: readInClear,
  lengths: readLengths,
  'keystream reuse, reading': readByReuse,
  'padding oracle': askForPadding,
  'generator foretold': foretell,
  dictionary: guessPassword,
  'bit flip': bitFlip,
  'keystream known, writing': writeByReuse,
  'log forging': forgeLogLine,
  'replay at once': replayAfter(0),
  'replay after 40 s': replayAfter(40),
  'replay after 40 s, clock ahead': replayAfter(40, 60),
  'replay, memory lost': replayToForgetful,
  reflect: rewriting((row) => reflect(row, 'gauche'), 'gauche', [
    'droite : vire 100 €',
    'droite : non, attends',
  ]),
  relabel: rewriting((row) => relabel(row, 'gauche', 'mallory'), 'droite', [
    'mallory : vire 100 €',
    'mallory : non, attends',
  ]),
  reorder: rewriting((row) => reorder(row, 0, 1), 'droite', ['gauche : non, attends', 'gauche : vire 100 €']),
  'delay of 20 s': delay(20),
  'delay of 40 s': delay(40),
  drop: rewriting((row) => drop(row, 1), 'droite', ['gauche : vire 100 €']),
} as const satisfies Record<string, Attack>;

export type AttackName = keyof typeof attacks;

/** The names, in the order in which the lab comes to them. */
// Object.keys is typed as strings; these are the table's own.
export const attackNames = Object.keys(attacks) as AttackName[];

/** Runs an attack on a stage, with fresh keys, and says what came of it. */
export async function runAttack(name: AttackName, stage: Stage, world: SceneWorld): Promise<Run> {
  const scene = await Scene.open(stage, world);
  const outcome = await attacks[name](scene);
  return { outcome, trace: scene.trace };
}
