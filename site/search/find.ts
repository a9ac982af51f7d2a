// Finds the pages that hold what is sought, of those that Pagefind has found.
import { type Found, search } from './pagefind.ts';
import { holdsSought } from './sought.ts';

/** The words that were found on a page, those of its title too: they have no place in its text. */
function markedIn({ content, locations, meta }: Found): string[] {
  const words = content.split(/\s+/);
  return [...locations.map((at) => words[at] ?? ''), meta.title ?? ''];
}

/** @param base - the path that the site was built for. @throws Error where the index cannot be fetched */
export async function find(base: string, text: string): Promise<Found[]> {
  const { results } = await (await search(base)).search(text);
  const found = await Promise.all(results.map((result) => result.data()));
  return found.filter((page) => holdsSought(text, markedIn(page)));
}
