// What counts as an answer.

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Whether a text is an answer that can be compared: a sentence, however short. */
export function isWritten(text: string): boolean {
  return countWords(text) >= 4;
}
