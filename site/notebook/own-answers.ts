// The reader's own answers and bets, kept in this browser.

const answerName = (question: number) => `tp-chat-chiffre:answer:${question}`;
const betName = (question: number) => `tp-chat-chiffre:bet:${question}`;

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return ''; // a browser that keeps nothing
  }
}

/** @returns whether it is kept */
function write(name: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

export const readAnswer = (question: number) => read(answerName(question));
export const writeAnswer = (question: number, text: string) => write(answerName(question), text);
export const readBet = (question: number) => read(betName(question));
export const writeBet = (question: number, option: string) => write(betName(question), option);

/** Whether another tab has just changed the answer to a question. */
export function isChangeOf({ key }: StorageEvent, question: number): boolean {
  return key === answerName(question) || key === null; // null: all was erased
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Whether a text is an answer that can be compared: a sentence, however short. */
export function isWritten(text: string): boolean {
  return countWords(text) >= 4;
}
