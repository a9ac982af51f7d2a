// Where the sentences are: all of them in a build; in a page, those that it came with and those of the parts it has fetched.
import { typeset } from './french-spaces.ts';
import type { Lang } from './langs.ts';

/** A file of sentences, by what its name has in common in all languages. */
export type Part =
  | 'site'
  | 'pages'
  | 'chair'
  | 'refusals'
  | 'inspector'
  | 'cage'
  | 'notebook'
  | 'settings'
  | 'stage-code'
  | 'matrix'
  | 'beyond-stages'
  | 'sheet'
  | 'flaws'
  | 'search'
  | 'state-link'
  | 'class'
  | 'teaching'
  | 'projector'
  | 'experiment'
  | `experiments/${string}`;

export type Sentences = Readonly<Record<string, string>>;

// A page carries one language, and of that what it says: the build and the tests have all, before anybody speaks.
const all: Readonly<Record<string, Sentences>> = import.meta.env.SSR
  ? (await import('./all-sentences.ts')).allSentences
  : {};
/** Files of sentences in all languages, by their paths from where they are fetched; each comes when it is asked for. */
export type SentenceFiles = Readonly<Record<string, () => Promise<Sentences>>>;

const fileOf = (lang: Lang, part: Part) => (part === 'site' ? `${lang}.json` : `${part}.${lang}.json`);

const known = new Map<string, Sentences>();

/** In the tests no plugin has spaced them, see build/french-sentences.ts; it does no harm to do so twice. */
function fromBuild(lang: Lang, part: Part): Sentences | undefined {
  const sentences = all[`./${fileOf(lang, part)}`];
  if (!sentences) return undefined;
  const spaced = Object.entries(sentences).map(([key, sentence]) => [key, typeset(lang, sentence)]);
  const kept: Sentences = Object.fromEntries(spaced);
  known.set(fileOf(lang, part), kept);
  return kept;
}

let given: Partial<Record<Part, Sentences>> | undefined;

/** What the build wrote into the page, see components/Words.astro. */
function givenTo(page: Document, part: Part): Sentences | undefined {
  given ??= JSON.parse(
    page.querySelector<HTMLTemplateElement>('template[data-words]')?.content.textContent || '{}',
  ) as NonNullable<typeof given>; // the build's own
  return given[part];
}

/** Fetches the sentences of a part, in the language of the page: it is only said in one. The build has them all. */
export async function learn(part: Part, files: SentenceFiles): Promise<void> {
  if (import.meta.env.SSR) return;
  const lang = document.documentElement.lang as Lang; // Base.astro wrote it
  const file = fileOf(lang, part);
  if (known.has(file) || givenTo(document, part)) return;
  const fetchSentences = files[`../i18n/${file}`];
  if (!fetchSentences) throw new Error(`no file of ${part} in ${lang}`);
  known.set(file, await fetchSentences());
}

/** @throws Error for a part that nobody has given to the page, and that it has not learnt */
export function spoken(lang: Lang, part: Part): Sentences {
  const file = fileOf(lang, part);
  const found = known.get(file) ?? (import.meta.env.SSR ? fromBuild(lang, part) : givenTo(document, part));
  if (!found) throw new Error(`no sentences of ${part} in ${lang}`);
  return found;
}
