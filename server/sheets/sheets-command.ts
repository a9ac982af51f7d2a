// The teacher's command: reads answer sheets from files, and prints a JSON line for each, or a table.
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodeSheet, type SheetRefusal } from './decode-sheet.ts';
import { type NotebookRefusal, readNotebook } from './read-notebook.ts';
import { readSheet } from './read-sheet.ts';
import { complaint, errorLine, sheetLine, tableHead, tableRow } from './report-sheet.ts';
import { MAX_SHEET_BYTES, type ReadSheet } from './sheet.ts';
import { sheetBeliefs } from './sheet-beliefs.ts';

const MOST_MIB = MAX_SHEET_BYTES / 2 ** 20;
const USAGE = `npm run --silent sheets -- [--csv] FICHIER…

Lit des feuilles de réponses (ANSWERS.md, cahiers en JSON, ou écrites à la main) et écrit une ligne JSON par fichier :
  file       le fichier
  answers    les réponses par numéro de question, de "1" à "16" ; "" où il n’y en a pas
  unplaced   ce qui n’a pu être attribué à aucune question, mot pour mot
  beliefs    par numéro, les idées fausses qu’une réponse semble montrer, nommées dans sa langue,
             français ou anglais ; c’est un indice, et non une note
  error      à la place des trois derniers : pourquoi le fichier n’a pas été lu

  --csv      un tableau : file, 1 … 16, unplaced, beliefs (RFC 4180, UTF-8)
  --help     cette aide

${MOST_MIB} Mio au plus par fichier. Code de sortie : 0, tout est lu ; 1, un fichier au moins ne l’est pas ; 2, commande incomprise.`;

const REFUSALS: Readonly<Record<SheetRefusal | NotebookRefusal, string>> = {
  'too-large': `plus de ${MOST_MIB} Mio : ce n’est pas une feuille de réponses`,
  binary: 'ce n’est pas un fichier texte ; enregistrez la feuille en texte (.md ou .txt)',
  foreign: 'ce JSON n’est pas celui d’un cahier',
  damaged: 'ce fichier de cahier est incomplet ou abîmé',
};

const SYSTEM_ERRORS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'ce fichier n’existe pas'],
  ['ENOTDIR', 'ce fichier n’existe pas'],
  ['EACCES', 'la lecture n’est pas permise'],
  ['EPERM', 'la lecture n’est pas permise'],
]);

/** A file that is no sheet; the message is for the teacher. */
class NoSheet extends Error {}

async function sheetIn(file: string): Promise<ReadSheet> {
  const found = await stat(file);
  if (found.isDirectory())
    throw new NoSheet('c’est un dossier ; donnez ses fichiers, par exemple dossier/*.md');
  if (!found.isFile()) throw new NoSheet('ce n’est pas un fichier ordinaire');
  if (found.size > MAX_SHEET_BYTES) throw new NoSheet(REFUSALS['too-large']);
  const decoded = decodeSheet(await readFile(file));
  if ('refusal' in decoded) throw new NoSheet(REFUSALS[decoded.refusal]);
  const read = readNotebook(decoded.text) ?? readSheet(decoded.text);
  if ('refusal' in read) throw new NoSheet(REFUSALS[read.refusal]);
  return read;
}

/** @throws what nobody expected */
function explain(error: unknown): string {
  if (error instanceof NoSheet) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return SYSTEM_ERRORS.get(code) ?? `lecture impossible (${code})`;
  throw error;
}

function parseWords(args: string[]) {
  try {
    const options = { csv: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const; // for parseArgs to know them
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    return undefined;
  }
}

/** @returns the exit status */
async function main(args: string[]): Promise<0 | 1 | 2> {
  const { values, positionals: files } = parseWords(args) ?? { values: {}, positionals: [] };
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (files.length === 0) {
    const reason =
      args.length === 0 ? 'Il faut au moins un fichier' : `« ${args.join(' ')} » n’est pas compris`;
    process.stderr.write(complaint(`${reason} ; « npm run --silent sheets -- --help » en dit plus.`));
    return 2;
  }
  let status: 0 | 1 = 0;
  const beliefsOf = sheetBeliefs();
  if (values.csv) process.stdout.write(tableHead());
  for (const file of files) {
    try {
      const sheet = await sheetIn(file);
      const find = beliefsOf(sheet);
      const beliefsIn = (question: number, answer: string) =>
        find(question, answer).map(({ belief }) => belief);
      process.stdout.write(values.csv ? tableRow(file, sheet, beliefsIn) : sheetLine(file, sheet, beliefsIn));
    } catch (error) {
      const reason = explain(error);
      if (values.csv) process.stderr.write(complaint(`${file} : ${reason}`));
      else process.stdout.write(errorLine(file, reason));
      status = 1;
    }
  }
  return status;
}

process.stdout.on('error', () => process.exit(1)); // whoever read has gone
process.exitCode = await main(process.argv.slice(2));
