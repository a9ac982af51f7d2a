// Which experiments the reader has brought to their goal, kept in this browser.

const nameOf = (question: number) => `tp-chat-chiffre:reached:${question}`;

export function wasReached(question: number): boolean {
  try {
    return localStorage.getItem(nameOf(question)) !== null;
  } catch {
    return false; // a browser that keeps nothing
  }
}

export function keepReached(question: number): void {
  try {
    localStorage.setItem(nameOf(question), new Date().toISOString());
  } catch {
    // it stays reached for as long as the page does
  }
}
