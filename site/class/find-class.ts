// Looks whether there is a class behind a page, and has it joined there; where there is none, or nobody can know, the page says so.
import type { RelayFile } from '../chat/relay-choice.ts';
import type { Lang } from '../i18n/langs.ts';
import { classAt } from '../notebook/home-address.ts';
import { codeIn, keptCode } from './join-code.ts';

function show(place: Element, part: string): void {
  for (const one of place.querySelectorAll<HTMLElement>('p, div')) one.hidden = true;
  const shown = place.querySelector<HTMLElement>(`[${part}]`);
  if (!shown) return;
  shown.hidden = false;
  for (const one of shown.querySelectorAll<HTMLElement>('p')) one.hidden = false;
}

/** The code is gone from the address, so that nobody who looks over a shoulder or into a history has it; this tab has it still. */
function takeCode(): string | undefined {
  const code = codeIn(location.hash);
  if (code === undefined) return keptCode.read();
  history.replaceState(null, '', location.pathname + location.search);
  keptCode.keep(code);
  return code;
}

/** Whether it is the server that says so: without it, or without a network, nobody can know. */
async function isAnswered(base: string): Promise<boolean> {
  try {
    const response = await fetch(`${base}relay.json`, { cache: 'no-store' });
    const file: RelayFile = await response.json();
    return file.unreached !== true;
  } catch {
    return false;
  }
}

/** @param base - the path that the site was built for */
export async function findClass(page: Document, base: string): Promise<void> {
  const place = page.querySelector<HTMLElement>('[data-class-page]');
  if (!place) return;
  const code = takeCode();
  show(place, 'data-class-waits');
  const file = await classAt(base);
  if (!file) return show(place, (await isAnswered(base)) ? 'data-no-class' : 'data-class-unreached');
  try {
    const { showClass } = await import('../islands/class/class-page.tsx');
    place.replaceChildren();
    showClass(place, file, place.dataset.classPage as Lang, code); // the layout wrote it
  } catch {
    show(place, 'data-class-failed');
  }
}
