// Gives the reader a file.
import type { WrittenFile } from './own-sheet.ts';

/** How long the browser may take to begin with it. */
const KEEP_MS = 60_000;

export const download = ({ name, type, text }: WrittenFile): void =>
  downloadBlob(name, new Blob([text], { type }));

export function downloadBlob(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), KEEP_MS);
}
