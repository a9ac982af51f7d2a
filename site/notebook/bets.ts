// Keeps the bet that the reader makes on a question's page, and shows it again.
import { askedQuestion } from './asked-question.ts';
import type { Guess } from './database.ts';
import type { MarkOf } from './marks.ts';
import { pageNotebook } from './notebook.ts';

const CHANGE = 'betchange';

const optionsOf = (page: Document) =>
  Array.from(page.querySelectorAll<HTMLInputElement>('[data-predict] input[name="predict"]'));

const confidencesOf = (page: Document) =>
  Array.from(page.querySelectorAll<HTMLInputElement>('[data-predict] input[name="confidence"]'));

const chosen = (inputs: readonly HTMLInputElement[]) => inputs.find(({ checked }) => checked);

const tellPage = () => dispatchEvent(new CustomEvent(CHANGE));

/** The words of an option of the page's bet. */
export const optionWords = (page: Document, option: string): string =>
  optionsOf(page)
    .find(({ value }) => value === option)
    ?.labels?.[0]?.textContent?.trim() ?? '';

/** The options of the page's bet, with their words. */
export const betOptions = (page: Document) =>
  optionsOf(page).map(({ value }) => ({ option: value, words: optionWords(page, value) }));

/** What the reader thinks now: the last bet, which is the first one until the mind is changed. */
export const latest = ({ first, last }: MarkOf<'prediction'>): Guess => last ?? first;

/**
 * Before the experiment was tried, another choice corrects the bet; afterwards it is a changed mind, kept beside it.
 * @param wasTried - whether the experiment has shown something yet
 */
export function withGuess(
  before: MarkOf<'prediction'> | undefined,
  question: number,
  guess: Guess,
  wasTried: boolean,
): MarkOf<'prediction'> {
  if (!before || !wasTried) return { kind: 'prediction', question, first: guess };
  return { ...before, last: guess };
}

const confidenceIn = (page: Document): Guess['confidence'] =>
  ([1, 2, 3] as const).find((level) => String(level) === chosen(confidencesOf(page))?.value); // the three that there are

async function keep(page: Document, question: number, option: string): Promise<void> {
  const guess = { option, confidence: confidenceIn(page), at: Date.now() };
  const tried = await pageNotebook.markOf('tried', question);
  await pageNotebook.mark('prediction', question, (before) =>
    withGuess(before, question, guess, tried !== undefined),
  );
}

/** Shows what is kept: the latest bet, how sure the reader was, and the first one where the mind has changed. */
function show(page: Document, kept: MarkOf<'prediction'> | undefined): void {
  const now = kept && latest(kept);
  for (const input of optionsOf(page)) input.checked = input.value === now?.option;
  for (const input of confidencesOf(page)) input.checked = input.value === String(now?.confidence);
  const first = page.querySelector<HTMLElement>('[data-first-bet]');
  if (!first) return;
  first.hidden = kept?.last === undefined || kept.last.option === kept.first.option;
  first.textContent = first.hidden
    ? ''
    : `${first.dataset.firstBet} ${optionWords(page, kept?.first.option ?? '')}`;
}

/** Lets the reader bet, and bet again, as if it was done where the options stand. */
export function bet(page: Document, option: string): void {
  const input = optionsOf(page).find(({ value }) => value === option);
  input?.click();
}

export async function keepBets(page: Document): Promise<void> {
  const question = askedQuestion(page);
  if (question === undefined) return;
  const sure = page.querySelector<HTMLElement>('[data-confidence]');
  let touched = false;
  const look = () => {
    if (sure) sure.hidden = chosen(optionsOf(page)) === undefined;
    tellPage();
  };
  const change = async () => {
    touched = true;
    look();
    const option = chosen(optionsOf(page));
    if (!option) return;
    await keep(page, question, option.value);
    const kept = await pageNotebook.markOf('prediction', question);
    if (kept) show(page, kept);
    tellPage();
  };
  for (const input of confidencesOf(page)) input.addEventListener('change', change);
  for (const input of optionsOf(page))
    input.addEventListener('change', () => {
      for (const level of confidencesOf(page)) level.checked = false; // it was about the other choice
      void change();
    });
  const kept = await pageNotebook.markOf('prediction', question);
  if (!touched) show(page, kept); // whoever was quicker than the notebook, is heard
  look();
}

/** Tells now, and at each change, whether the reader has bet on this page. @returns ends it */
export function watchBet(page: Document, tell: (hasBet: boolean) => void): () => void {
  const look = () => tell(chosen(optionsOf(page)) !== undefined);
  look();
  addEventListener(CHANGE, look);
  return () => removeEventListener(CHANGE, look);
}
