// The questions of one language in the order of their numbers, and by section.
import { type CollectionEntry, getCollection } from 'astro:content';
import type { Lang } from '../i18n/langs.ts';

export type Question = CollectionEntry<'questions'>['data'];

export async function entriesOf(lang: Lang): Promise<CollectionEntry<'questions'>[]> {
  const entries = await getCollection('questions', ({ id }) => id.startsWith(`${lang}/`));
  return entries.sort((a, b) => a.data.number - b.data.number);
}

export async function questionsOf(lang: Lang): Promise<Question[]> {
  return (await entriesOf(lang)).map(({ data }) => data);
}

/** The sections in the order in which the questions name them. */
export async function sectionsOf(lang: Lang): Promise<[Question['section'], Question[]][]> {
  return [...Map.groupBy(await questionsOf(lang), ({ section }) => section)];
}
