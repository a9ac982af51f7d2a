// Says in one line what SQLite, or the file system below it, could not do with a store's file.
import { StoreError, StoreFullError } from './store.ts';

/** Source: sqlite.org/rescode.html; what an extended code adds stands above the lowest byte. */
const [BUSY, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB] = [5, 8, 10, 11, 13, 14, 26];

const NO_WRITING = 'ne peut pas être écrit : vérifiez les droits du fichier et de son dossier.';
const NO_FILE = 'ne peut pas être ouvert : vérifiez le dossier, ou choisissez-en un autre avec --data.';
const DAMAGED =
  'n’est pas une base de cours, ou est abîmé : mettez-le de côté sans l’effacer, et recommencez.';

const COMPLAINTS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [BUSY, 'sert déjà à un autre serveur : arrêtez-le, ou choisissez un autre dossier avec --data.'],
  [READONLY, NO_WRITING],
  [IOERR, 'n’a pas pu être lu ou écrit : le disque a refusé.'],
  [CORRUPT, DAMAGED],
  [NOTADB, DAMAGED],
  [CANTOPEN, NO_FILE],
  ['EACCES', NO_WRITING],
  ['EPERM', NO_WRITING],
  ['EROFS', NO_WRITING],
  ['ENOTDIR', NO_FILE],
  ['EEXIST', NO_FILE],
  ['EISDIR', NO_FILE],
  ['ERR_INVALID_STATE', 'est fermé.'],
]);

const OUT_OF_SPACE = new Set<unknown>(['ENOSPC', 'EDQUOT']);

/** @param error - of SQLite, of the file system, or a store's own */
export function storeErrorOf(error: unknown, file: string): StoreError | StoreFullError {
  if (error instanceof StoreError || error instanceof StoreFullError) return error;
  const { code, errcode, message } = error as { code?: unknown; errcode?: number; message?: string }; // of any error
  const result = errcode === undefined ? undefined : errcode & 0xff;
  if (result === FULL || OUT_OF_SPACE.has(code))
    return new StoreFullError(`${file} : il n’y a plus de place.`, { cause: error });
  const complaint = COMPLAINTS.get(result ?? code) ?? `: ${message ?? error}`;
  return new StoreError(`${file} ${complaint}`, { cause: error });
}
