// Two texts that nobody knows beforehand: where to meet, and a secret of three words drawn from many.
import type { Random } from '#lab/stage.ts';
import type { Lang } from '../i18n/langs.ts';
import { secretWords } from './secret-words.ts';

export interface SecretPair {
  readonly texts: readonly [string, string];
  /** the words of one of them that whoever carries both may well guess */
  readonly hint: string;
}

export function drawPair(lang: Lang, random: Random): SecretPair {
  const { openings, hints, ends, beginnings, words } = secretWords[lang];
  const draw = (list: readonly [string, ...string[]]) => list[(random(1)[0] ?? 0) % list.length] ?? list[0];
  const hint = draw(hints);
  const meeting = `${draw(openings)}${hint}${draw(ends)}`;
  const secret = `${draw(beginnings)}${draw(words)} ${draw(words)} ${draw(words)}`;
  return { texts: [meeting, secret], hint };
}
