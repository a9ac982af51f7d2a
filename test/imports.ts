// Reads which file of the project imports which, types included.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['lab', 'server', 'site', 'test', 'bench'];
const CODE = /\.(?:ts|tsx|astro|mdx|mjs)$/;

/** The project's code files, as paths from the root; with their texts. */
export function codeFiles(): ReadonlyMap<string, string> {
  const files = FOLDERS.flatMap((folder) => {
    try {
      return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => CODE.test(file) && !file.includes('node_modules'))
        .map((file) => join(folder, file));
    } catch {
      return []; // a folder that is not there yet
    }
  });
  return new Map(files.sort().map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}

/** What a file imports: paths from the root for the project's own files, names for packages. */
export function importsOf(file: string, text: string): string[] {
  const withoutComments = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const specifiers = [
    ...withoutComments.matchAll(/(?:^|[\s;])(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]/g),
    ...withoutComments.matchAll(/(?:^|[\s;])import\s*['"]([^'"]+)['"]/g),
    ...withoutComments.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map((match) => (match[1] ?? '').replace(/\?.*$/, ''));
  return specifiers.map((specifier) => {
    if (specifier.startsWith('#')) return specifier.slice(1);
    return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
  });
}
