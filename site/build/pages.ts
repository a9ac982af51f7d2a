// The prose of the pages around the questions, in one language.
import { type CollectionEntry, getEntry, render } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Lang } from '../i18n/langs.ts';

interface PageProse {
  readonly data: CollectionEntry<'pages'>['data'];
  readonly Content: AstroComponentFactory;
}

/** @param name - of the file, which is the same in every language. @throws Error where it is missing */
export async function proseOfPage(lang: Lang, name: string): Promise<PageProse> {
  const entry = await getEntry('pages', `${lang}/pages/${name}`);
  if (!entry) throw new Error(`the page "${name}" is missing in ${lang}`);
  const { Content } = await render(entry);
  return { data: entry.data, Content };
}
