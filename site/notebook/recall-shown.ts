// Brings a question back on the first page: the reader recalls the answer, then looks at it, and says whether it was known.
import { pageNotebook } from './notebook.ts';
import { dueRecall } from './recall.ts';

/** @param known - whether it was; what was not, comes back soon */
async function keepRecall(question: number, known: boolean): Promise<void> {
  await pageNotebook.mark('recalled', question, (before) => ({
    kind: 'recalled',
    question,
    at: Date.now(),
    times: known ? (before?.times ?? 0) + 1 : 0,
  }));
}

export async function showRecall(page: Document): Promise<void> {
  const root = page.querySelector<HTMLElement>('[data-recall]');
  const place = root?.querySelector('[data-asked]');
  const own = root?.querySelector<HTMLElement>('[data-own]');
  if (!root || !place || !own) return;
  try {
    const [answers, marks] = await Promise.all([pageNotebook.answers(), pageNotebook.marks()]);
    const all = await answers.all();
    const question = dueRecall(all, await marks.all(), Date.now());
    const asked = question && page.querySelector(`[data-asks="${question}"]`);
    root.hidden = !asked;
    if (!question || !asked) return;
    const link = page.createElement('a');
    link.href = asked.closest('a')?.href ?? '';
    link.textContent = asked.textContent;
    place.replaceChildren(link);
    own.textContent = all.find((answer) => answer.question === question)?.text ?? '';
    for (const details of root.querySelectorAll('details')) details.open = false;
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-known]'))
      button.onclick = async () => {
        await keepRecall(question, button.dataset.known === 'true');
        await showRecall(page);
        root.querySelector('a')?.focus(); // of the next one, if there is any
      };
  } catch {
    root.hidden = true; // a browser that keeps nothing
  }
}
