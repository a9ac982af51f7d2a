// The code of the stages as it travels in a page: lines of pieces, each of one kind, packed into one text.
import type { StageName } from '#lab/stage.ts';

export const codeLanguages = ['ts', 'py'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

/** Where the code of a stage stands: what runs in the pages, or the same in Python. */
export function fileOf(stage: StageName, language: CodeLanguage): string {
  return language === 'ts' ? `lab/stages/${stage}.ts` : `site/code/${stage}.py`;
}

/** What a piece of code can be, for the eye; the rest is `plain`. */
export const kinds = ['plain', 'keyword', 'function', 'string', 'constant', 'comment'] as const;
export type Kind = (typeof kinds)[number];

export type Piece = readonly [text: string, kind: Kind];
export type Line = readonly Piece[];

/** The packed code of every stage. */
export type StageCode = Readonly<Record<CodeLanguage, Readonly<Record<StageName, string>>>>;

// Before each piece stands a character of the private use area, which no source holds: it names the kind. As JSON in
// an attribute the same pieces would take three times the room.
const FIRST_MARK = 0xe000;
const MARKED = /([\ue000-\uf8ff])([^\ue000-\uf8ff]*)/g;

/** @throws RangeError for code that holds a mark itself */
export function pack(lines: readonly Line[]): string {
  const markedPiece = ([text, kind]: Piece) => {
    if (text.search(MARKED) >= 0) throw new RangeError(`a mark in "${text}"`);
    return String.fromCharCode(FIRST_MARK + kinds.indexOf(kind)) + text;
  };
  return lines.map((line) => line.map(markedPiece).join('')).join('\n');
}

export function unpack(packed: string): Line[] {
  return packed
    .split('\n')
    .map((line) =>
      Array.from(
        line.matchAll(MARKED),
        ([, mark = '', text = '']): Piece => [text, kinds[mark.charCodeAt(0) - FIRST_MARK] ?? 'plain'],
      ),
    );
}

/** A name for each line by which it is known again in another stage's code: its text, and how often it came before. */
export function namesOf(lines: readonly Line[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const text = line.map(([piece]) => piece).join('');
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return `${before} ${text}`;
  });
}
