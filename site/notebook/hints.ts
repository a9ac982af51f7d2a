// Keeps how many hints the reader has asked for on a question's page, and opens those again.
import { askedQuestion } from './asked-question.ts';
import { pageNotebook } from './notebook.ts';

/** Asking is noted once for each hint: to close one, or to read it again, changes nothing. */
async function keepTaken(question: number, taken: number): Promise<void> {
  await pageNotebook.mark('hints', question, (before) =>
    before && before.taken >= taken ? undefined : { kind: 'hints', question, taken, at: Date.now() },
  );
}

export async function keepHints(page: Document): Promise<void> {
  const frame = page.querySelector<HTMLElement>('[data-hints]');
  const question = askedQuestion(page);
  if (!frame || question === undefined) return;
  const hints = [...frame.querySelectorAll('details')];
  for (const [i, hint] of hints.entries())
    hint.addEventListener('toggle', () => {
      if (hint.open) void keepTaken(question, i + 1);
    });
  const taken = (await pageNotebook.markOf('hints', question))?.taken ?? 0;
  for (const hint of hints.slice(0, taken)) hint.open = true;
  frame.ariaLive = 'polite'; // from now on what opens is new to the reader, and is read out
}
