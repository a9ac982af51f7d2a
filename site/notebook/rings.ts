// Fills the rings of the questions that the reader has answered, for the eye and for the ear.
import { isWritten, readAnswer } from './own-answers.ts';

export function markAnswered(page: Document): void {
  for (const ring of page.querySelectorAll<HTMLElement>('[data-ring]')) {
    const answered = isWritten(readAnswer(Number(ring.dataset.ring)));
    if (ring.classList.contains('is-answered') === answered) continue;
    ring.classList.toggle('is-answered', answered);
    const suffix = `, ${ring.dataset.answeredWord}`;
    const label = (ring.getAttribute('aria-label') ?? '').replace(suffix, '');
    ring.setAttribute('aria-label', answered ? label + suffix : label);
  }
}
