// The search page at work: what is typed is looked for, told, and kept in the page's address.
import { langOf } from '../i18n/langs.ts';
import { type SearchWords, searchWords } from '../i18n/search-words.ts';

/** After a letter, before it is looked for: most are followed by another at once. */
const PAUSE_MS = 200;

interface Parts {
  readonly form: HTMLFormElement;
  readonly box: HTMLInputElement;
  /** hears a sentence about what was found */
  readonly told: HTMLElement;
  readonly found: HTMLElement;
  readonly list: HTMLElement;
}

function partsOf(page: Document): Parts | undefined {
  const form = page.querySelector<HTMLFormElement>('form[data-search]');
  const box = form?.querySelector('input');
  const told = page.querySelector<HTMLElement>('[data-search-told]');
  const found = page.querySelector<HTMLElement>('[data-search-found]');
  const list = found?.querySelector('ol');
  return form && box && told && found && list ? { form, box, told, found, list } : undefined;
}

function summary(t: SearchWords, text: string, count: number): string {
  if (count === 0) return t('search.none', { text });
  return count === 1 ? t('search.one', { text }) : t('search.some', { text, count });
}

/** Keeps the words in the address, for a reload, a bookmark and the way back; and for the same page in another language. */
function keepInAddress(text: string): void {
  const address = new URL(location.href);
  if (text === '') address.searchParams.delete('q');
  else address.searchParams.set('q', text);
  history.replaceState(history.state, '', address);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
    link.search = address.search;
}

/** Makes the search page search. @param base - the path that the site was built for */
export function startSearch(page: Document, base: string): void {
  const parts = partsOf(page);
  if (!parts) return;
  const { form, box, told, found, list } = parts;
  const t = searchWords(langOf(page.documentElement.lang));
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (sentence: string, draw?: () => void) => {
    list.replaceChildren();
    draw?.();
    found.hidden = list.childElementCount === 0;
    told.textContent = sentence;
  };

  const run = async () => {
    clearTimeout(timer);
    const text = box.value.trim();
    const turn = ++latest;
    keepInAddress(text);
    if (text === '') return show('');
    try {
      // As late as the index.
      const [{ find }, { drawResults }] = await Promise.all([
        import('./find.ts'),
        import('./draw-results.ts'),
      ]);
      const results = await find(base, text);
      if (turn === latest) show(summary(t, text, results.length), () => drawResults(list, t, results));
    } catch {
      if (turn === latest) show(t('search.failed'));
    }
  };

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  const asked = new URL(location.href).searchParams.get('q');
  if (asked && box.value === '') box.value = asked;
  if (box.value.trim() !== '') void run();
}
