// The code of each card of "find the flaw", out of lab/flaws/ and site/code/flaws/: as it is, and with its line repaired.
import { type FlawName, flawNames } from '#lab/flaws.ts';
import { type CodeLanguage, codeLanguages, pack } from '../chat/packed-code.ts';
import type { FlawCode, PackedFlaw } from '../experiments/flaw-card.ts';
import { excerpt, pythonBody } from './excerpt.ts';
import { highlight } from './stage-code.ts';

const sources = import.meta.glob<string>(
  ['/lab/flaws/*.ts', '/site/code/flaws/*.py', '!**/*.test.ts', '!/lab/flaws/effect.ts'],
  { query: '?raw', import: 'default', eager: true },
);

/** The two codes of a card; which lines differ follows from their texts. */
export interface TwoCodes {
  readonly flawed: string;
  readonly repaired: string;
}

function typescript(source: string): TwoCodes {
  const all = Array.from(source.matchAll(/^export function (\w+)\(/gm), ([, name = '']) => name);
  const names = all.filter((name) => !name.endsWith('Repaired') && name !== 'effect');
  const pieces = (of: readonly string[]) =>
    excerpt(
      source,
      of.map((name) => ({ name })),
    );
  const repaired = names.map((name) => (all.includes(`${name}Repaired`) ? `${name}Repaired` : name));
  return { flawed: pieces(names), repaired: pieces(repaired).replaceAll(/\b(\w+)Repaired\b/g, '$1') };
}

function python(source: string): TwoCodes {
  const functions = source.split('\n\n\n').filter((part) => part.startsWith('def '));
  const nameOf = (part: string) => /^def (\w+)/.exec(part)?.[1] ?? '';
  const find = (name: string) => functions.find((part) => nameOf(part) === name);
  const parts = functions.filter((part) => !nameOf(part).endsWith('_repaired'));
  const repaired = parts.map((part) => find(`${nameOf(part)}_repaired`) ?? part);
  const join = (of: readonly string[]) => pythonBody(`"""."""\n${of.join('\n\n')}`);
  return { flawed: join(parts), repaired: join(repaired).replaceAll(/\b(\w+)_repaired\b/g, '$1') };
}

/** @throws Error where the source of a card is missing */
export function codesOf(name: FlawName, language: CodeLanguage): TwoCodes {
  const file = language === 'ts' ? `/lab/flaws/${name}.ts` : `/site/code/flaws/${name}.py`;
  const source = sources[file];
  if (source === undefined) throw new Error(`${file} is not there`);
  return language === 'ts' ? typescript(source) : python(source);
}

/** The places of the lines of one code that the other one lacks. */
export function linesOnlyIn(code: string, other: string): number[] {
  const known = new Set(other.split('\n'));
  return code.split('\n').flatMap((line, i) => (known.has(line) ? [] : [i]));
}

/** @throws Error where not exactly one line is flawed, or its repair takes more than one */
async function packedFlaw(name: FlawName, language: CodeLanguage): Promise<PackedFlaw> {
  const { flawed, repaired } = codesOf(name, language);
  const [wrong, ...others] = linesOnlyIn(flawed, repaired);
  const [right, ...more] = linesOnlyIn(repaired, flawed);
  if (wrong === undefined || others.length > 0 || more.length > 0)
    throw new Error(`${name} in ${language}: one line is to be flawed, and repaired by one`);
  const packed = async (code: string) => pack(await highlight(code, language));
  return { flawed: await packed(flawed), wrong, repaired: await packed(repaired), right };
}

async function codeOf(name: FlawName): Promise<FlawCode> {
  const entries = codeLanguages.map(async (language) => [language, await packedFlaw(name, language)]);
  return Object.fromEntries(await Promise.all(entries)) as FlawCode; // codeLanguages holds every language
}

/** The code of all cards, in their order. */
export function flawCodes(): Promise<(readonly [FlawName, FlawCode])[]> {
  return Promise.all(flawNames.map(async (name) => [name, await codeOf(name)] as const));
}
