// Tries the attacker's list on a captured token, word by word from its first, for as long as the world lets it.
import { findPassword } from './dictionary.ts';
import { AUTHOR, PASSWORD, ROOM, type Scene } from './scene.ts';
import { candidateAt, candidateCount } from './wordlist.ts';

/** Where in the list a word stands, from 1; after the last place for one that is not there. */
function rankOf(word: string): number {
  let index = 0;
  while (index < candidateCount && candidateAt(index) !== word) index += 1;
  return index + 1;
}

/** @returns what it comes to, in the words of the matrix; the trace tells each word that was tried */
export async function guessPassword(scene: Scene): Promise<'succeeds' | 'gets nothing' | 'out of time'> {
  const { stage, world } = scene;
  const token = scene.seal('rdv 14h, comme hier');
  if (stage.derivation.kdf === 'none') return scene.lacks('password');
  const context = { now: world.now, room: ROOM, sender: AUTHOR };
  const rank = rankOf(PASSWORD);
  const words: string[] = [];
  let found: string | undefined;
  while (found === undefined && words.length < candidateCount) {
    const word = candidateAt(words.length);
    const keys = await world.guess(stage, word, stage.saltIn(token));
    if (!keys) break;
    words.push(word);
    found = findPassword(stage, token, context, new Map([[word, keys]]));
  }
  scene.trace.push({ event: 'guessed', words, rank, count: candidateCount });
  if (found === undefined) return 'out of time';
  scene.found(found);
  return 'succeeds';
}
