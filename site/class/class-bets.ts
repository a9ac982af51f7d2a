// What is voted on: the bets of the questions, in the words of the page's language.
import type { Lang } from '../i18n/langs.ts';

/** What `bets/fr.json` holds, by the number of the question. */
export type Bets = Readonly<
  Record<string, { readonly question: string; readonly options: readonly string[] }>
>;

let fetched: Promise<Bets> | undefined;

/** @returns none where they cannot be fetched: options are then known by their letters */
export function fetchBets(base: string, lang: Lang): Promise<Bets> {
  fetched ??= fetch(`${base}bets/${lang}.json`)
    .then((response) => (response.ok ? response.json() : {}))
    .catch(() => {
      fetched = undefined;
      return {};
    });
  return fetched;
}
