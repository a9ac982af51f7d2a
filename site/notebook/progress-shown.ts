// Shows how far the reader has come: on the rings of the header's map and beside the questions of the first page.
import { askedQuestion } from './asked-question.ts';
import { pageNotebook } from './notebook.ts';
import { progressOf, STEPS, type Step } from './progress.ts';

/** The words of the steps, as the page's build wrote them. */
function stepWords(page: Document): ReadonlyMap<Step, string> {
  const words = page.querySelector<HTMLElement>('[data-step-words]')?.dataset.stepWords?.split('|') ?? [];
  return new Map(STEPS.map((step, i) => [step, words[i] ?? step]));
}

function showOnRing(ring: HTMLElement, steps: readonly Step[], words: string): void {
  const title = ring.dataset.title ?? '';
  const label = words === '' ? title : `${title}, ${words}`;
  if (ring.getAttribute('aria-label') === label) return;
  ring.setAttribute('aria-label', label);
  ring.classList.toggle('is-answered', steps.includes('answered'));
  ring.style.setProperty('--steps', String(steps.length));
}

async function show(page: Document): Promise<void> {
  try {
    const [answers, marks] = await Promise.all([pageNotebook.answers(), pageNotebook.marks()]);
    const progress = progressOf(await answers.all(), await marks.all());
    const words = stepWords(page);
    const said = (steps: readonly Step[]) => steps.map((step) => words.get(step)).join(', ');
    for (const ring of page.querySelectorAll<HTMLElement>('[data-ring]')) {
      const steps = progress.get(Number(ring.dataset.ring)) ?? [];
      showOnRing(ring, steps, said(steps));
    }
    for (const place of page.querySelectorAll<HTMLElement>('[data-progress]'))
      place.textContent = said(progress.get(Number(place.dataset.progress)) ?? []);
  } catch {
    // a browser that keeps nothing: nothing was kept either
  }
}

/** Shows it now, and whenever the notebook changes, here or in another tab. */
export function keepProgressShown(page: Document): void {
  const showNow = () => void show(page);
  showNow();
  addEventListener('answerchange', showNow);
  pageNotebook.watchMarks(showNow);
  pageNotebook.watch(showNow);
}

/** A question counts as read once the reader has come down to the place for the answer. */
export function keepRead(page: Document): void {
  const question = askedQuestion(page);
  const end = page.querySelector('.answer-live');
  if (!question || !end) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    const at = Date.now();
    void pageNotebook.mark('read', question, (before) =>
      before ? undefined : { kind: 'read', question, at },
    );
  });
  observer.observe(end);
}
