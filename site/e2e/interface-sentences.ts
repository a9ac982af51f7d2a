// What of the interface a page says in a language that is not its own.
import type { Frame, Page } from 'playwright';
import { allSentences } from '../i18n/all-sentences.ts';
import type { Lang } from '../i18n/langs.ts';
import { plainSpaces } from './workbook.ts';

/** Shorter ones may be the same in both languages, or stand in any prose. */
const LEAST = 10;

/** The sentences of a language, and of those with places for values what is around these. */
function sentencesOf(lang: Lang): string[] {
  const files = Object.entries(allSentences).filter(([file]) => file.endsWith(`${lang}.json`));
  return files
    .flatMap(([, sentences]) => Object.values(sentences))
    .flatMap((sentence) => sentence.split(/\{\w+\}/))
    .map((part) => part.trim())
    .filter((part) => part.length >= LEAST);
}

const english = sentencesOf('en').join('\n');
const frenchAlone = sentencesOf('fr').filter((sentence) => !english.includes(sentence));

/** All that a page says, to the eye and to the ear; what names its own language is another's, on purpose. */
async function saidOn(page: Page | Frame): Promise<string> {
  const said = await page.evaluate(() => {
    const all = document.documentElement.cloneNode(true) as HTMLElement; // of an element, an element
    const own = all.getAttribute('lang');
    for (const other of all.querySelectorAll('script, style, template, [lang]'))
      if (!other.hasAttribute('lang') || other.getAttribute('lang') !== own) other.remove();
    const heard = Array.from(all.querySelectorAll('*')).flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt', 'content', 'data-step-words'].map(
        (name) => element.getAttribute(name) ?? '',
      ),
    );
    return [all.textContent, ...heard].join('\n');
  });
  return plainSpaces(said);
}

/** The French sentences of the interface on a page that should have none. */
export async function frenchOn(page: Page | Frame): Promise<string[]> {
  const said = await saidOn(page);
  return frenchAlone.filter((sentence) => said.includes(sentence));
}
