// The server's log, in the words of the original: one entry, one line, whatever it quotes.
import type { Bytes, Payload } from './payload.ts';
import type { LogLine } from './protocol.ts';

// What Python's repr escapes and what could end or reorder a line: C0, C1, bidi controls, line separators, lone halves.
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

// What Python calls "not printable": the categories "other" and "separator", the space apart (str.isprintable).
const NOT_PRINTABLE = /(?! )[\p{C}\p{Z}]/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

/** One character as Python's repr writes it: `\n`, `\x1b`, `\u202e`, `\U000e0001`. */
function escapeCharacter(character: string): string {
  const named = NAMED.get(character);
  if (named) return named;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/**
 * A text as a log line quotes it: as it is, but for the characters that could forge a line or hide a part of it.
 * The original writes those raw; a backslash stays as it is, as there.
 */
export function quote(text: string): string {
  return text.replace(UNSAFE, escapeCharacter);
}

/** A text as Python's repr writes it: in quotes, double ones if it holds a single quote and no double one. */
export function pythonRepr(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`);
  return `${mark}${escaped.replace(NOT_PRINTABLE, escapeCharacter)}${mark}`;
}

const dict = ({ data }: Bytes) => `{'data': '${data}', 'encoding': 'base64'}`;

/** A payload as the original's log shows it: a text bare, bytes as a dict, a pair of bytes as a tuple of dicts. */
export function showPayload(payload: Payload): string {
  if (typeof payload === 'string') return quote(payload);
  return 'data' in payload ? dict(payload) : `(${payload.map(dict).join(', ')})`;
}

/** The texts of the log's entries. The original names the callback of a new user; here it is a connection's number. */
export const entry = {
  registered: (user: string, connection: number) =>
    `Register a new user ${quote(user)} with callback handler <connection ${connection}>`,
  users: (users: readonly string[]) => `User list : [${users.map(pythonRepr).join(', ')}]`,
  received: (user: string, payload: Payload) => `${quote(user)} send message : ${showPayload(payload)}`,
  delivered: (user: string) => `message send to ${quote(user)}`,
  removed: (user: string) => `remove user ${quote(user)} (disconnected)`,
};

/** A line as it stands in the log: `LEVEL:ChatServer:text`. */
export function formatLine({ level, logger, text }: LogLine): string {
  return `${level}:${logger}:${text}`;
}
