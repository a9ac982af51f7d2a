// Cuts declarations out of a source file by their names, as the formatter has laid them out.

/** A declaration to cut out, and which members or statements directly in it are kept or left out, by how they begin. */
export interface Piece {
  readonly name: string;
  readonly only?: readonly string[];
  readonly without?: readonly string[];
}

const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character);

/** Whether a line begins with these words, and not with a longer last one. */
const beginsWith = (line: string, words: string) => line.startsWith(words) && !isWord(line[words.length]);

/** By how much a line opens more brackets than it closes. */
function depthOf(line: string): number {
  const code = line.replace(/\s\/\/ .*$/, '');
  return (code.match(/[([{]/g)?.length ?? 0) - (code.match(/[)\]}]/g)?.length ?? 0);
}

/**
 * The line after the one on which what begins at `start` ends: its brackets are closed, and so is the statement.
 * @throws Error where the file ends first
 */
function endOf(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    depth += depthOf(line);
    if (depth === 0 && /[;,}]$/.test(line.replace(/\s*\/\/ .*$/, ''))) return i + 1;
  }
  throw new Error(`what begins with "${lines[start]}" has no end`);
}

/** The lines of a declaration at the top of a file. */
function declaration(source: readonly string[], name: string): string[] {
  const start = source.findIndex((line) =>
    ['const', 'function', 'class'].some((word) =>
      beginsWith(line.replace(/^export /, ''), `${word} ${name}`),
    ),
  );
  if (start < 0) throw new Error(`no declaration of "${name}"`);
  return source.slice(start, endOf(source, start));
}

/** Where the member or statement begins and ends that begins so, one level below the declaration. */
function memberOf(lines: readonly string[], beginning: string): [start: number, end: number] {
  const start = lines.findIndex((line) => beginsWith(line, `  ${beginning}`));
  if (start < 0) throw new Error(`"${lines[0]}" holds nothing that begins with "${beginning}"`);
  return [start, endOf(lines, start)];
}

function cut(source: readonly string[], { name, only, without = [] }: Piece): string[] {
  const whole = declaration(source, name);
  const left = without.reduce((lines, beginning) => {
    const [start, end] = memberOf(lines, beginning);
    return lines.toSpliced(start, end - start);
  }, whole);
  if (!only) return left;
  const kept = only.flatMap((beginning) => left.slice(...memberOf(left, beginning)));
  return [...left.slice(0, 1), ...kept, ...left.slice(-1)];
}

/**
 * The pieces of a source, in the order in which they are asked for, a blank line between two; comments that have
 * lines to themselves are left out.
 * @throws Error for a piece that is not there
 */
export function excerpt(source: string, pieces: readonly Piece[]): string {
  const lines = source.split('\n').filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line));
  return pieces.map((piece) => cut(lines, piece).join('\n')).join('\n\n');
}

/** A Python module without its docstring, one blank line between two parts. @throws Error for one without a docstring */
export function pythonBody(source: string): string {
  const body = /^"""[\s\S]+?"""\n([\s\S]+)$/.exec(source)?.[1];
  if (body === undefined) throw new Error('a module without a docstring');
  return body.trim().replace(/\n{3,}/g, '\n\n');
}
