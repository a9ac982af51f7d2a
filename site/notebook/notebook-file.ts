// The whole notebook as a file of JSON; `read-notebook-file.ts` reads it.
import { RUNS_VERSION } from './matrix-runs.ts';
import type { Whole } from './whole.ts';

/** What the file says it is. */
export const FORMAT = 'tp-chat-chiffre/notebook';
export const FORMAT_VERSION = 1;

/** What is larger is refused before it is read. Sixteen answers of 2,000 words with all their versions have a third of it. */
export const MAX_NOTEBOOK_BYTES = 16 * 1024 * 1024;

export function writeNotebookFile({
  title,
  unplaced,
  answers,
  versions,
  marks,
  evidence,
  runs,
}: Whole): string {
  const file = {
    format: FORMAT,
    version: FORMAT_VERSION,
    title,
    answers,
    unplaced,
    versions: versions.map(({ id: _, ...version }) => version),
    marks,
    evidence: evidence.map(({ id: _, ...piece }) => piece),
    matrix: { version: RUNS_VERSION, runs },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
