// Fills the rings of the questions that the reader has answered, for the eye and for the ear.
import { pageNotebook } from './notebook.ts';
import { isWritten } from './own-answers.ts';

function mark(ring: HTMLElement, answered: boolean): void {
  if (ring.classList.contains('is-answered') === answered) return;
  ring.classList.toggle('is-answered', answered);
  const suffix = `, ${ring.dataset.answeredWord}`;
  const label = (ring.getAttribute('aria-label') ?? '').replace(suffix, '');
  ring.setAttribute('aria-label', answered ? label + suffix : label);
}

async function markAnswered(page: Document): Promise<void> {
  try {
    const answers = await (await pageNotebook.answers()).all();
    const written = new Set(answers.filter(({ text }) => isWritten(text)).map(({ question }) => question));
    for (const ring of page.querySelectorAll<HTMLElement>('[data-ring]'))
      mark(ring, written.has(Number(ring.dataset.ring)));
  } catch {
    // a browser that keeps nothing: no answer is kept either
  }
}

/** Marks them now, and whenever an answer is saved, here or in another tab. */
export function keepMarked(page: Document): void {
  const markNow = () => void markAnswered(page);
  markNow();
  addEventListener('answerchange', markNow);
  pageNotebook.watch(markNow);
}
