// What counts as an answer.

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Whether there is an answer at all. */
export const isAnswer = (text: string): boolean => countWords(text) > 0;

/** Whether a text can be compared: a sentence, however short. */
export function isWritten(text: string): boolean {
  return countWords(text) >= 4;
}
