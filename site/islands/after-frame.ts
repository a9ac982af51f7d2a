// One thing a frame: the answer to what the reader did is seen first, and then, piece by piece, all that there is to say of it.

const waiting: (() => void)[] = [];
let isRunning = false;

function goOn(): void {
  isRunning = waiting.length > 0;
  // Not within the frame, which would wait for it, but right after.
  if (isRunning)
    requestAnimationFrame(() =>
      setTimeout(() => {
        waiting.shift()?.();
        goOn();
      }),
    );
}

/**
 * Runs something once the next frame is drawn, and all that was asked for before has had a frame.
 * @returns gives it up
 */
export function afterFrame(run: () => void): () => void {
  waiting.push(run);
  if (!isRunning) goOn();
  return () => {
    const at = waiting.indexOf(run);
    if (at >= 0) waiting.splice(at, 1);
  };
}
