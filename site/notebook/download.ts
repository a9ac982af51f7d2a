// Gives the reader a file.
import type { WrittenFile } from './own-sheet.ts';

/** How long the browser may take to begin with it. */
const KEEP_MS = 60_000;

export function download({ name, type, text }: WrittenFile): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), KEEP_MS);
}
