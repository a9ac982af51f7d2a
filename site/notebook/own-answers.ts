// The reader's bets, kept in this browser, and what counts as an answer.

const betName = (question: number) => `tp-chat-chiffre:bet:${question}`;

export function readBet(question: number): string {
  try {
    return localStorage.getItem(betName(question)) ?? '';
  } catch {
    return ''; // a browser that keeps nothing
  }
}

export function writeBet(question: number, option: string): void {
  try {
    localStorage.setItem(betName(question), option);
  } catch {
    // it stays chosen for as long as the page does
  }
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Whether a text is an answer that can be compared: a sentence, however short. */
export function isWritten(text: string): boolean {
  return countWords(text) >= 4;
}
