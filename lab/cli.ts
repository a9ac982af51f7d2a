// The lab in a terminal: key, seal, open, inspect, oracle. The only file of the lab that touches Node.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { asciiToText, fromBase64, fromHex, fromUtf8, toBase64, toHex, utf8 } from './bytes.ts';
import { deriveKeys } from './derive.ts';
import { InvalidToken } from './errors.ts';
import { inspect } from './inspect.ts';
import { answer } from './oracle.ts';
import type { Keys, OpenContext, Stage, Token } from './stage.ts';
import { SALT_BYTES } from './stages/aead.ts';
import { formatKey, readTimestamp } from './stages/fernet.ts';
import { isStageName, stageNames, stages } from './stages.ts';

const USAGE = `npm run --silent lab -- COMMAND [options]

  key      --stage S --password P             the key that the stage makes of a password
  seal     --stage S --password P [TEXT]      seals a text (or standard input) and prints the token
  open     --stage S --password P [TOKEN]     opens a token (or standard input) and prints the text
  inspect  --stage S --password P [TOKEN]     names every byte and every check of a token
  oracle                                      answers JSON lines, one by one

  --stage S        ${stageNames.join(' | ')}
  --password P     the password both peers share; needed by all stages but plaintext
  --now N          the clock, in seconds from 1970 UTC; the machine's by default
  --ttl N          the greatest age accepted by fernet-ttl, in seconds; 30 by default
  --iterations N   PBKDF2's cost at stage hazmat; 480000 by default, 10000000 at most
  --room R         what stage aead binds a token to: the room (demo by default),
  --sender U       the sender (gauche by default),
  --counter N      and the number of the message (1 by default)
  --salt HEX       the 16 bytes of a session at stage aead, in hexadecimal; fresh ones by default, or the token's

A token of stage hazmat is written as two base64 texts joined by a dot: counter block, ciphertext; one of stage aead
as one base64 text. Each command is a receiver of its own, which remembers nothing of the one before.
Exit status: 0 done, 1 token refused, 2 these words were not understood.`;

/** A mistake in the command's words; its message is for the person who typed them. */
class UsageError extends Error {}

const clock = () => Math.floor(Date.now() / 1000);
const random = (length: number) => new Uint8Array(randomBytes(length));

function formatToken(stage: Stage, token: Token): string {
  if (typeof token === 'string') return token;
  if (!(token instanceof Uint8Array)) return token.map(toBase64).join('.');
  return stage.name === 'aead' ? toBase64(token) : asciiToText(token);
}

/** A token in the stage's own form; what cannot be brought into it stays bytes, for the stage itself to refuse. */
function parseToken(stage: Stage, input: Uint8Array): Token {
  const text = fromUtf8(input);
  if (text === undefined) return input;
  if (stage.name === 'plaintext') return text;
  if (stage.name === 'aead') return fromBase64(text.trim()) ?? input;
  if (stage.name !== 'hazmat') return utf8(text.trim());
  const [counterBlock, ciphertext, ...rest] = text.trim().split('.').map(fromBase64);
  return counterBlock && ciphertext && rest.length === 0 ? [counterBlock, ciphertext] : input;
}

function formatKeys({ signingKey, encryptionKey }: Keys): string {
  if (encryptionKey.length === 0) return '(none)';
  return signingKey.length === 0 ? toHex(encryptionKey) : formatKey({ signingKey, encryptionKey });
}

function whole(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`--${name} wants a whole number, not ${text}`);
  return Number(text);
}

function givenSalt(text: string | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  const salt = fromHex(text);
  if (salt?.length !== SALT_BYTES) throw new UsageError(`--salt wants 32 hexadecimal digits, not ${text}`);
  return salt;
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The lines of standard input. They end at \n alone: readline would end them at U+2028 too, which JSON may hold. */
async function* readLines(): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const [first = '', ...others] = String(chunk).split('\n');
    rest += first;
    for (const next of others) {
      yield rest;
      rest = next;
    }
  }
  if (rest !== '') yield rest;
}

function printInspection(stage: Stage, token: Token, keys: Keys, context: OpenContext) {
  const { fields, checks, plaintext } = inspect(stage, token, keys, context);
  for (const { name, offset, bytes } of fields) {
    const note = name === 'timestamp' ? `  = ${readTimestamp(bytes)} s from 1970 UTC` : '';
    console.log(`${String(offset).padStart(5)}  ${name.padEnd(13)}${toHex(bytes)}${note}`);
  }
  for (const { name, result } of checks) console.log(`check  ${name.padEnd(13)}${result}`);
  if (plaintext) console.log(`text   ${fromUtf8(plaintext) ?? `(no UTF-8) ${toHex(plaintext)}`}`);
  return plaintext ? 0 : 1;
}

async function runOracle(): Promise<number> {
  const world = { now: clock, random };
  for await (const line of readLines()) process.stdout.write(`${answer(line, world)}\n`);
  return 0;
}

function parseWords(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        stage: { type: 'string' },
        password: { type: 'string' },
        now: { type: 'string' },
        ttl: { type: 'string' },
        iterations: { type: 'string' },
        room: { type: 'string' },
        sender: { type: 'string' },
        counter: { type: 'string' },
        salt: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseWords(args);
  const [command, input, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (command === 'oracle') return runOracle();
  if (command === undefined || !['key', 'seal', 'open', 'inspect'].includes(command) || rest.length > 0)
    throw new UsageError(`a command is wanted: key, seal, open, inspect or oracle`);
  if (!isStageName(values.stage)) throw new UsageError(`--stage wants one of ${stageNames.join(', ')}`);
  const stage = stages[values.stage];
  if (values.password === undefined && stage.name !== 'plaintext')
    throw new UsageError(`stage ${stage.name} wants --password`);

  const iterations = whole(values.iterations, 'iterations');
  const keysFor = (salt: Uint8Array) => deriveKeys(stage, values.password ?? '', { iterations }, salt);
  if (command === 'key') {
    console.log(formatKeys(keysFor(givenSalt(values.salt) ?? random(SALT_BYTES))));
    return 0;
  }
  const now = whole(values.now, 'now') ?? clock();
  const ttl = whole(values.ttl, 'ttl');
  const { room = 'demo', sender = 'gauche' } = values;
  const context = { now, room, sender, ...(ttl === undefined ? {} : { ttl }) };
  const bytes = input === undefined ? await readAll() : utf8(input);
  if (command === 'seal') {
    const sending = {
      salt: givenSalt(values.salt) ?? random(SALT_BYTES),
      counter: whole(values.counter, 'counter') ?? 1,
    };
    const token = stage.seal(bytes, keysFor(sending.salt), { ...context, random, sending });
    console.log(formatToken(stage, token));
    return 0;
  }
  const token = parseToken(stage, bytes);
  const salt = stage.saltIn(token);
  const keys = keysFor(salt);
  if (command === 'inspect') return printInspection(stage, token, keys, context);
  if (command === 'open') {
    const plaintext = stage.open(token, keys, context);
    process.stdout.write(plaintext);
    if (process.stdout.isTTY) process.stdout.write('\n');
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof InvalidToken) {
    console.error('InvalidToken');
    process.exitCode = 1;
  } else if (error instanceof UsageError || error instanceof RangeError) {
    console.error(`lab: ${error.message}\nnpm run --silent lab -- --help lists the commands.`);
    process.exitCode = 2;
  } else throw error;
}
