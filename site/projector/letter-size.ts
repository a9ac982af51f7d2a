// How large the projector writes: a step that this browser keeps.

const NAME = 'tp-chat-chiffre:projector size';

/** How much larger or smaller than at first, step by step. */
const STEPS = [0.7, 0.85, 1, 1.2, 1.45, 1.75, 2.1] as const;
const FIRST = STEPS.indexOf(1);

export const LARGEST = STEPS.length - 1;

export const factorOf = (step: number): number => STEPS[step] ?? 1;

const isStep = (step: number) => Number.isInteger(step) && step >= 0 && step <= LARGEST;

export function keptStep(): number {
  try {
    const kept = Number(localStorage.getItem(NAME) ?? FIRST);
    return isStep(kept) ? kept : FIRST;
  } catch {
    return FIRST;
  }
}

export function keepStep(step: number): void {
  try {
    localStorage.setItem(NAME, String(step));
  } catch {
    // The next lesson begins at the size of this one's beginning.
  }
}
