// The keys of the sealed model answers, and the false beliefs that they speak of, for the teacher alone.
import { answerName } from '../i18n/addresses.ts';
import type { Lang } from '../i18n/langs.ts';
import { fetchAnswer, keptKeys, unseal } from '../notebook/comparing.ts';

/**
 * The key of a question's model answer, which is the same in all languages.
 * @returns undefined where the passphrase does not open the bundle, or it cannot be fetched
 */
export async function keyOfAnswer(
  base: string,
  passphrase: string,
  question: number,
): Promise<string | undefined> {
  const name = answerName('fr', question);
  try {
    if (keptKeys()[name] === undefined) await unseal(base, passphrase);
  } catch {
    return undefined;
  }
  return keptKeys()[name];
}

/**
 * What false beliefs are called, by their ids.
 * @param passphrase - undefined where answers are not sealed
 * @returns none where this build has no answers, or they cannot be read
 */
export async function beliefsOf(
  base: string,
  lang: Lang,
  question: number,
  passphrase: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  try {
    if (passphrase !== undefined) await keyOfAnswer(base, passphrase, question);
    const answer = await fetchAnswer(base, lang, question);
    return new Map(answer?.beliefs.map(({ id, belief }) => [id, belief]));
  } catch {
    return new Map();
  }
}
