// What an earlier version of this workbook kept elsewhere, answers, bets and goals: it moves into the notebook.
import type { Answers } from './answers.ts';
import type { Marks } from './marks.ts';

const NAME = /^tp-chat-chiffre:(answer|bet|reached):(\d+)$/;

/** An answer of now is not overwritten: it becomes the later version of the two. */
async function takeAnswer(answers: Answers, question: number, text: string): Promise<void> {
  const present = await answers.read(question);
  await answers.write(question, text, present);
  if (present !== '' && present !== text) await answers.write(question, present, '');
}

/** Moves all of it, each thing only once it is there. */
export async function takeOldKeeping(answers: Answers, marks: Marks): Promise<void> {
  let storage: Storage;
  try {
    storage = localStorage;
  } catch {
    return; // a browser that keeps nothing
  }
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  for (const name of names) {
    const [, kind, digits] = NAME.exec(name) ?? [];
    const question = Number(digits);
    const text = storage.getItem(name);
    if (!question || !text) continue;
    const at = Date.parse(text) || Date.now();
    if (kind === 'answer') await takeAnswer(answers, question, text);
    if (kind === 'bet')
      await marks.change('prediction', question, (before) =>
        before ? undefined : { kind: 'prediction', question, first: { option: text, at: Date.now() } },
      );
    if (kind === 'reached')
      await marks.change('tried', question, (before) => ({
        kind: 'tried',
        question,
        at: before?.at ?? at,
        reached: at,
      }));
    storage.removeItem(name);
  }
}
