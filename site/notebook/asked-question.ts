// Which question a page asks.

/** @returns its number; undefined on a page that asks none */
export function askedQuestion(page: Document): number | undefined {
  return Number(page.querySelector<HTMLElement>('[data-question]')?.dataset.question) || undefined;
}
