// Reads what the model answers tell of false beliefs, for the teacher's command: the front matter of answers/, as it stands in the folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Belief } from './beliefs.ts';
import type { Language } from './languages.ts';

const ANSWERS = join(import.meta.dirname, '../../answers');

export interface NamedBelief extends Belief {
  /** the sentence that says it */
  readonly belief: string;
  readonly contradicted: string;
  readonly keep: string;
}

/** What of the front matter is read here; the build checks all of it. */
interface FrontMatter {
  readonly number: number;
  readonly beliefs: readonly NamedBelief[];
}

/** @returns the false beliefs of each question, by its number. @throws Error where an answer has no front matter */
export function answerBeliefs(language: Language): ReadonlyMap<number, readonly NamedBelief[]> {
  const folder = join(ANSWERS, language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return new Map(
    files.map((file) => {
      const [, front] = /^---\r?\n(.*?)\r?\n---\r?\n/s.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
      if (front === undefined) throw new Error(`${file} has no front matter`);
      const { number, beliefs } = parse(front) as FrontMatter; // the schema of site/content.config.ts holds it
      return [number, beliefs];
    }),
  );
}
