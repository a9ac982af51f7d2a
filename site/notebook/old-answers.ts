// The answers that an earlier version of this workbook kept elsewhere: they move into the notebook.
import type { Answers } from './answers.ts';

const NAME = /^tp-chat-chiffre:answer:(\d+)$/;

/** Moves them, each only once it is there. */
export async function takeOldAnswers(answers: Answers): Promise<void> {
  let storage: Storage;
  try {
    storage = localStorage;
  } catch {
    return; // a browser that keeps nothing
  }
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  for (const name of names) {
    const question = Number(NAME.exec(name)?.[1]);
    const text = storage.getItem(name);
    if (!question || !text) continue;
    // An answer of now is not overwritten: it becomes the later version of the two.
    const present = await answers.read(question);
    await answers.write(question, text, present);
    if (present !== '' && present !== text) await answers.write(question, present, '');
    storage.removeItem(name);
  }
}
