// Every setting of the server, from its options and the environment: read once, checked, with its default beside it.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nameInUrl } from './access.ts';

export type AnswersMode = 'open' | 'sealed' | 'none';

/** What a build of the site depends on. */
export interface BuildSettings {
  readonly answers: AnswersMode;
  /** the path the site is built for and served at: `/`, or `/…/` */
  readonly base: string;
  /** the site's address, for links that must be whole */
  readonly siteUrl: string | undefined;
}

export interface Config extends BuildSettings {
  /** whether a class is served: all interfaces, sealed answers */
  readonly class: boolean;
  /** the name or address to listen on; for a class every one of IPv4, since an IPv6 network has addresses without end for one guest */
  readonly host: string;
  readonly port: number;
  /** where the server keeps what must outlive it; never served */
  readonly dataFolder: string;
  /** the file of the operations log; undefined for the standard error */
  readonly log: string | undefined;
  /** further origins whose pages may connect, as `new URL(…).origin` writes them */
  readonly origins: readonly string[];
  /** open connections of one address; 0 for any number */
  readonly maxPerAddress: number;
  /** messages a second of one connection; 0 for any number */
  readonly rate: number;
  /** the files of a certificate and its key, for https; undefined for http */
  readonly tls: { readonly certificate: string; readonly key: string } | undefined;
  /** the lesson that a class is given, under which it is resumed; undefined: that of the day */
  readonly lesson: string | undefined;
  /** how long what is kept of a lesson outlives it */
  readonly retentionDays: number;
  /** opens sealed answers; undefined: one is made, and kept in the data folder */
  readonly passphrase: string | undefined;
}

/** A setting that was not understood. The message is one line, for the person who set it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export const USAGE = `npm start | npm run class  [-- options]   (README.md en dit plus)

  --port N              PORT               8666 par défaut ; 0 : n’importe quel port libre
  --host ADRESSE        HOST               127.0.0.1 ; pour une classe 0.0.0.0, toutes celles d’IPv4
  --data DOSSIER        DATA_DIR           ./data
  --log FICHIER         OPERATIONS_LOG     le journal d’exploitation ; DOSSIER/operations.log ; - : la sortie d’erreur
  --origin URL          ORIGIN             une origine de plus dont les pages peuvent se connecter ; se répète (ORIGIN : virgules)
  --max-per-address N   MAX_PER_ADDRESS    256 connexions d’une même adresse ; 0 : sans limite
  --rate N              RATE               50 messages par seconde d’une connexion ; 0 : sans limite
  --tls-cert FICHIER    TLS_CERT           un certificat (PEM), pour https:// ; avec --tls-key
  --tls-key FICHIER     TLS_KEY            sa clé privée (PEM)
  --lesson NOM          LESSON             la séance à ouvrir ou à reprendre (npm run class) ; à défaut, celle du jour
  --retention JOURS     RETENTION          30 : ce qui est gardé d’une séance est effacé tant de jours après
                        ANSWERS            open | sealed | none ; open, et sealed pour une classe
                        ANSWERS_PASSPHRASE ouvre les réponses scellées ; à défaut, tirée au hasard et gardée dans le dossier de données
                        BASE_PATH          / par défaut
                        SITE_URL           l’adresse du site, là où un lien doit être complet`;

type Environment = Readonly<Record<string, string | undefined>>;

function whole(text: string | undefined, name: string, fallback: number, most: number): number {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new ConfigError(`${name} : « ${text} » n’est pas un entier de 0 à ${most}.`);
}

function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/')
    return url.origin;
  throw new ConfigError(`origin : « ${text} » n’est pas une origine ; exemple : https://chat.example.org`);
}

/** @returns the host without brackets, as `listen` wants it */
function listenHost(text: string): string {
  const host = text.replace(/^\[(.*)\]$/, '$1');
  if (nameInUrl(host) !== undefined) return host;
  throw new ConfigError(`host : « ${text} » n’est ni une adresse ni un nom de machine.`);
}

/** @throws ConfigError where one of the two is missing */
function tlsFiles(certificate: string | undefined, key: string | undefined): Config['tls'] {
  if (!certificate && !key) return undefined;
  if (certificate && key) return { certificate: resolve(certificate), key: resolve(key) };
  throw new ConfigError('tls : --tls-cert et --tls-key vont ensemble ; il en manque un.');
}

function siteUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new ConfigError(
    `SITE_URL : « ${text} » n’est pas l’adresse d’un site ; exemple : https://www.example.org`,
  );
}

function answersMode(text: string | undefined, fallback: AnswersMode): AnswersMode {
  if (text === undefined || text === '') return fallback;
  if (text === 'open' || text === 'sealed' || text === 'none') return text;
  throw new ConfigError(`ANSWERS : « ${text} » n’est ni open, ni sealed, ni none.`);
}

function lessonName(text: string | undefined): string | undefined {
  const name = text?.trim();
  if (!name) return undefined;
  if (name.length <= 80 && !/\p{C}/u.test(name)) return name;
  throw new ConfigError('lesson : un nom a au plus 80 caractères, sans caractère de contrôle.');
}

/** A base path with a slash at both ends. */
export function normaliseBase(text: string | undefined): string {
  const inner = (text ?? '').replace(/^\/+|\/+$/g, '');
  if (!/^[\w.~/-]*$/.test(inner)) throw new ConfigError(`BASE_PATH : « ${text} » n’est pas un chemin.`);
  return inner === '' ? '/' : `/${inner}/`;
}

/**
 * @param answers - the mode where none is set
 * @throws ConfigError for a variable that does not fit
 */
export function readBuildSettings(environment: Environment, answers: AnswersMode = 'open'): BuildSettings {
  return {
    answers: answersMode(environment.ANSWERS, answers),
    base: normaliseBase(environment.BASE_PATH),
    siteUrl: siteUrl(environment.SITE_URL),
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        class: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        log: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'max-per-address': { type: 'string' },
        lesson: { type: 'string' },
        retention: { type: 'string' },
        rate: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
      },
    }).values;
  } catch {
    throw new ConfigError(
      `« ${words.join(' ')} » n’est pas compris ; « npm start -- --help » dit ce qui peut l’être.`,
    );
  }
}

/**
 * @param words - what stands behind the command
 * @returns the settings, or undefined where help was asked for
 * @throws ConfigError for a word or a variable that does not fit
 */
export function readConfig(words: readonly string[], environment: Environment): Config | undefined {
  const options = parseWords(words);
  if (options.help) return undefined;
  const origins =
    options.origin ?? (environment.ORIGIN ?? '').split(',').filter((text) => text.trim() !== '');
  const dataFolder = resolve(options.data ?? environment.DATA_DIR ?? 'data');
  const log = options.log || environment.OPERATIONS_LOG || join(dataFolder, 'operations.log');
  const host = options.host || environment.HOST || (options.class ? '0.0.0.0' : '127.0.0.1');
  return {
    ...readBuildSettings(environment, options.class ? 'sealed' : 'open'),
    class: options.class,
    host: listenHost(host),
    port: whole(options.port ?? environment.PORT, 'port', 8666, 65_535),
    dataFolder,
    log: log === '-' ? undefined : resolve(log),
    origins: origins.map((text) => origin(text.trim())),
    maxPerAddress: whole(
      options['max-per-address'] ?? environment.MAX_PER_ADDRESS,
      'max-per-address',
      256,
      1e6,
    ),
    rate: whole(options.rate ?? environment.RATE, 'rate', 50, 1e6),
    tls: tlsFiles(options['tls-cert'] ?? environment.TLS_CERT, options['tls-key'] ?? environment.TLS_KEY),
    lesson: lessonName(options.lesson ?? environment.LESSON),
    retentionDays: whole(options.retention ?? environment.RETENTION, 'retention', 30, 366),
    passphrase: environment.ANSWERS_PASSPHRASE || undefined,
  };
}
