// Keeps the bet that the reader makes on a question's page, and shows it again.
import { readBet, writeBet } from './own-answers.ts';

export function keepBets(page: Document): void {
  const question = Number(page.querySelector<HTMLElement>('[data-question]')?.dataset.question);
  const bet = readBet(question);
  for (const option of page.querySelectorAll<HTMLInputElement>('[data-predict] input')) {
    option.checked = option.value === bet;
    option.addEventListener('change', () => writeBet(question, option.value));
  }
}
