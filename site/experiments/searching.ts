// Looks for a text in logs, and tells what is said in them from what is told about it.
import { stages } from '#lab/stages.ts';
import { quote } from '#server/log.ts';
import type { QuotingLine } from '../chat/client-log.ts';
import { toToken } from '../chat/payload.ts';
import { PEERS } from '../chat/relay-choice.ts';
import { partsOf, type ServerLog } from '../chat/server-log.ts';
import type { Message, Timeline } from '../chat/timeline.ts';

/** `content`: the words looked for. `metadata`: who speaks, and to whom. */
export interface Piece {
  readonly text: string;
  readonly kind?: 'content' | 'metadata';
}

/** The server's lines, each with the place where it quotes. */
export function serverLines(log: ServerLog, timeline: Timeline): QuotingLine[] {
  return log.flatMap((entry): QuotingLine[] => {
    if (entry.kind !== 'line') return [];
    const { level, logger, text, message } = entry.line;
    const prefix = `${level}:${logger}:`;
    const [head, payload] = partsOf(entry.line, timeline);
    const line = { text: prefix + text, ...(message === undefined ? {} : { message }) };
    return [payload && head ? { ...line, quotesFrom: prefix.length + head.text.length } : line];
  });
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Cuts a text into what a pattern finds, and the rest. */
function cut(text: string, pattern: RegExp, kind: Piece['kind']): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push(kind ? { text: found, kind } : { text: found });
    end = index + found.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces;
}

const NAMES = new RegExp(`\\b(?:${PEERS.join('|')})\\b`, 'g');

/** A line, cut into pieces: every occurrence of the phrase where it quotes, and of names where it tells. */
export function piecesOf({ text, quotesFrom = text.length }: QuotingLine, phrase: string): Piece[] {
  // A log writes what could forge a line in another way; the reader's words are still his then.
  const words = new RegExp(`${escaped(phrase)}|${escaped(quote(phrase))}`, 'g');
  return [
    ...cut(text.slice(0, quotesFrom), NAMES, 'metadata'),
    ...cut(text.slice(quotesFrom), words, 'content'),
  ];
}

/** How many pieces of a kind some lines hold. */
export function countIn(lines: readonly QuotingLine[], phrase: string, kind: Piece['kind']): number {
  return lines.flatMap((line) => piecesOf(line, phrase)).filter((piece) => piece.kind === kind).length;
}

/** How long the text is, in bytes of UTF-8, as far as its payload gives away without any key. */
export function lengthsOf({ stage, payload }: Message): { readonly least: number; readonly most: number } {
  const fields = stages[stage].fields(toToken(payload));
  const size = fields.find(({ name }) => name === 'text' || name === 'ciphertext')?.bytes.length ?? 0;
  // PKCS#7 adds 1 to 16 bytes, so that whole blocks come of it; GCM adds none, and a text is as long as it is.
  const isPadded = stage !== 'plaintext' && stage !== 'aead';
  return isPadded ? { least: Math.max(0, size - 16), most: size - 1 } : { least: size, most: size };
}
