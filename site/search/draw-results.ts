// Draws what was found, as elements and texts: whatever stands in a page stays a text here.
import type { SearchWords } from '../i18n/search-words.ts';
import { piecesOf } from './excerpt.ts';
import type { Found } from './pagefind.ts';

/** More parts of one page than this would push the next page out of sight. */
const PARTS = 3;

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

function excerptOf({ excerpt }: Found): HTMLElement {
  const paragraph = document.createElement('p');
  for (const { text, found } of piecesOf(excerpt)) {
    if (!found) paragraph.append(text);
    else paragraph.appendChild(document.createElement('mark')).append(text);
  }
  return paragraph;
}

function resultOf(t: SearchWords, found: Found): HTMLElement {
  const { url, meta, sub_results } = found;
  const title = meta.title ?? url;
  const heading = document.createElement('h2');
  heading.append(link(url, meta.number ? t('search.question', { number: meta.number, title }) : title));
  const parts = sub_results.filter((part) => part.url.includes('#')).slice(0, PARTS);
  const places = document.createElement('p');
  places.className = 'found-parts';
  places.append(...parts.map((part) => link(part.url, part.title)));
  const item = document.createElement('li');
  item.append(heading, excerptOf(found), ...(parts.length > 0 ? [places] : []));
  return item;
}

export function drawResults(list: HTMLElement, t: SearchWords, results: readonly Found[]): void {
  list.replaceChildren(...results.map((found) => resultOf(t, found)));
}
