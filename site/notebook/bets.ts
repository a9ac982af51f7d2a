// Keeps the bet that the reader makes on a question's page, and shows it again.
import { readBet, writeBet } from './own-answers.ts';

const CHANGE = 'betchange';

/** The options of the bet of the page, those that are chosen. */
const chosen = (page: Document) => page.querySelector('[data-predict] input:checked');

export function keepBets(page: Document): void {
  const question = Number(page.querySelector<HTMLElement>('[data-question]')?.dataset.question);
  const bet = readBet(question);
  for (const option of page.querySelectorAll<HTMLInputElement>('[data-predict] input')) {
    option.checked = option.value === bet;
    option.addEventListener('change', () => {
      writeBet(question, option.value);
      dispatchEvent(new CustomEvent(CHANGE));
    });
  }
  dispatchEvent(new CustomEvent(CHANGE));
}

/** Tells now, and at each change, whether the reader has bet on this page. @returns ends it */
export function watchBet(page: Document, tell: (hasBet: boolean) => void): () => void {
  const look = () => tell(chosen(page) !== null);
  look();
  addEventListener(CHANGE, look);
  return () => removeEventListener(CHANGE, look);
}
