// What a page could not wait to see kept before it went: held where that is done at once, until the notebook is opened again.
import type { Answers } from './answers.ts';

const NAME = 'tp-chat-chiffre:held:';

/**
 * Holds an answer beside the notebook, whose own keeping may take longer than a page lives that is left.
 * @param base - as in `Answers.write`
 * @returns lets go of it: it has been kept after all
 */
export function holdAnswer(question: number, text: string, base: string | undefined): () => void {
  const name = NAME + question;
  try {
    localStorage.setItem(name, JSON.stringify([text, base]));
    return () => localStorage.removeItem(name);
  } catch {
    return () => {}; // no room, or a browser that keeps nothing: the notebook says so
  }
}

async function takeOne(answers: Answers, name: string): Promise<void> {
  const [text, base] = JSON.parse(localStorage.getItem(name) ?? '');
  await answers.write(Number(name.slice(NAME.length)), text, base ?? undefined);
  localStorage.removeItem(name);
}

/** Moves what is held into the notebook, each only once it is there; what cannot be moved stays for the next time. */
export async function takeHeldAnswers(answers: Answers): Promise<void> {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(NAME));
    await Promise.allSettled(names.map((name) => takeOne(answers, name)));
  } catch {
    // A browser that keeps nothing.
  }
}
