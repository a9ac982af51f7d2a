// Reads the bet of a question out of its page: what a class votes on, in the order in which the options stand there.
import { typeset } from '../i18n/french-spaces.ts';
import type { Lang } from '../i18n/langs.ts';

export interface Bet {
  readonly question: string;
  readonly options: readonly string[];
}

/** @throws Error for a page without a bet, or for one whose options are more than plain text */
export function betOf(lang: Lang, mdx: string): Bet {
  const question = /<Predict question="([^"]+)">/.exec(mdx)?.[1];
  const options = Array.from(mdx.matchAll(/<Option id="[^"]+">([^<]*)<\/Option>/g), ([, text = '']) => text);
  if (question === undefined || options.length < 2) throw new Error('a page has no bet to vote on');
  if (options.length !== mdx.split('<Option ').length - 1 || options.some((text) => /[{*_`\n]/.test(text)))
    throw new Error(`an option of « ${question} » is more than a line of text`);
  return { question: typeset(lang, question), options: options.map((text) => typeset(lang, text.trim())) };
}
