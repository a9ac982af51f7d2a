// The code that makes each stage, out of the sources of the lab and of site/code/, highlighted while the site is built.
import { codeToTokens, createCssVariablesTheme } from 'shiki';
import type { StageName } from '#lab/stage.ts';
import { stageNames } from '#lab/stages.ts';
import {
  type CodeLanguage,
  type Piece as Coloured,
  codeLanguages,
  fileOf,
  type Kind,
  kinds,
  type Line,
  pack,
  type StageCode,
} from '../chat/packed-code.ts';
import { excerpt, type Piece, pythonBody } from './excerpt.ts';

/** What is shown of lab/stages/<stage>.ts: how it seals, and what it checks before it opens. */
const PIECES: Readonly<Record<StageName, readonly Piece[]>> = {
  plaintext: [
    { name: 'form' },
    { name: 'steps' },
    { name: 'plaintext', only: ['derivation', 'seal', 'open'] },
  ],
  hazmat: [
    { name: 'CONSTANT_SALT' },
    { name: 'padding' },
    { name: 'steps' },
    { name: 'hazmat', only: ['derivation', 'seal', 'open'] },
  ],
  fernet: [
    { name: 'sealFernet', without: ['checkKeys', 'if'] },
    { name: 'hmac' },
    { name: 'padding' },
    { name: 'fernet', only: ['derivation', 'seal', 'open'] },
  ],
  'fernet-ttl': [
    { name: 'age' },
    { name: 'skew' },
    { name: 'steps' },
    { name: 'fernetTtl', only: ['...fernet', 'open'] },
  ],
  aead: [
    { name: 'seal', without: ['expectBytes', 'expectBytes', 'if'] },
    { name: 'tag' },
    { name: 'counter' },
    { name: 'steps' },
  ],
};

const sources = import.meta.glob<string>(
  ['/lab/stages/*.ts', '/site/code/*.py', '!**/*.test.ts', '!**/*.vectors.ts'],
  { query: '?raw', import: 'default', eager: true },
);

/** The lines of code that are shown of a stage. @throws Error where one of its pieces is not in its source */
export function codeOf(stage: StageName, language: CodeLanguage): string {
  const file = fileOf(stage, language);
  const source = sources[`/${file}`];
  try {
    if (source === undefined) throw new Error('the file is not there');
    return language === 'ts' ? excerpt(source, PIECES[stage]) : pythonBody(source);
  } catch (error) {
    throw new Error(`no code to show of ${file}`, { cause: error });
  }
}

const theme = createCssVariablesTheme({ name: 'kinds', variablePrefix: '--' });

/** The kind that a colour of the theme stands for. */
function kindOf(colour: string | undefined): Kind {
  const name = /--token-(\w+)/.exec(colour ?? '')?.[1];
  return kinds.find((kind) => kind === name) ?? 'plain';
}

/** Pieces of one kind side by side are one, and so is blank space with what stands before it. */
function joined(line: Line): Line {
  return line.reduce<Coloured[]>((done, [text, kind]) => {
    const last = done.at(-1);
    if (last && (last[1] === kind || text.trim() === '')) done[done.length - 1] = [last[0] + text, last[1]];
    else done.push([text, kind]);
    return done;
  }, []);
}

/** Code as lines of pieces. */
export async function highlight(code: string, language: CodeLanguage): Promise<Line[]> {
  const { tokens } = await codeToTokens(code, {
    lang: language === 'ts' ? 'ts' : 'python',
    theme,
    tokenizeTimeLimit: 0, // none: on a busy machine a line that is given up would stand in other colours
  });
  return tokens.map((line) => joined(line.map(({ content, color }) => [content, kindOf(color)])));
}

async function codeIn(language: CodeLanguage): Promise<StageCode[CodeLanguage]> {
  const entries = stageNames.map(
    async (stage) => [stage, pack(await highlight(codeOf(stage, language), language))] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as StageCode[CodeLanguage]; // stageNames holds every stage
}

let made: Promise<StageCode> | undefined;

/** The code of all stages, made once for all pages. */
export function stageCode(): Promise<StageCode> {
  made ??= Promise.all(codeLanguages.map(async (language) => [language, await codeIn(language)])).then(
    (entries) => Object.fromEntries(entries) as StageCode, // codeLanguages holds every language
  );
  return made;
}
