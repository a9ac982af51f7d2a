// The server's log as the bench shows it: the relay's lines, the stages they were written under, and the gaps.
import type { StageName } from '#lab/stage.ts';
import type { Payload } from '#server/payload.ts';
import type { LogLine } from '#server/protocol.ts';
import type { Message } from './timeline.ts';

export type LogEntry =
  | { readonly kind: 'line'; readonly line: LogLine }
  | { readonly kind: 'stage'; readonly stage: StageName }
  /** lines that this page was not there to receive; `count` is absent where nobody can know */
  | { readonly kind: 'gap'; readonly count?: number };

export type ServerLog = readonly LogEntry[];

const numbers = new WeakMap<LogEntry, number>();
let seen = 0;

/** A number that no other entry has, in this page: a relay that counts anew gives its lines the same ones again. */
export function numberOf(entry: LogEntry): number {
  const number = numbers.get(entry) ?? ++seen;
  numbers.set(entry, number);
  return number;
}

const MOST_ENTRIES = 1200;
const MOST_CHARACTERS = 600_000;

const weight = (entry: LogEntry) => (entry.kind === 'line' ? entry.line.text.length : 0);

function trimmed(log: ServerLog): ServerLog {
  let room = MOST_CHARACTERS;
  const first = log.findLastIndex((entry, i) => {
    room -= weight(entry);
    return i < log.length - 1 && (room < 0 || log.length - i > MOST_ENTRIES);
  });
  return log.slice(first + 1);
}

/** What stands between the last line seen and the next one, where lines are missing. */
function gapBefore(log: ServerLog, next: LogLine): LogEntry[] {
  const last = log.findLast((entry) => entry.kind === 'line')?.line.seq;
  if (last === undefined || next.seq === last + 1) return [];
  return [next.seq > last ? { kind: 'gap', count: next.seq - last - 1 } : { kind: 'gap' }];
}

/** Lines have come from the relay. */
export function withLines(log: ServerLog, lines: readonly LogLine[]): ServerLog {
  const [first] = lines;
  if (!first) return log;
  const entries = lines.map((line): LogEntry => ({ kind: 'line', line }));
  return trimmed([...log, ...gapBefore(log, first), ...entries]);
}

/** The relay counts anew: the lines until now speak of none of the messages to come. */
export function withoutMessages(log: ServerLog): ServerLog {
  return log.map((entry) => {
    if (entry.kind !== 'line') return entry;
    const { message, ...line } = entry.line;
    return { kind: 'line', line };
  });
}

/** From here on the bench stands at another stage. Two marks in a row are one. */
export function withStage(log: ServerLog, stage: StageName): ServerLog {
  const before = log.at(-1)?.kind === 'stage' ? log.slice(0, -1) : log;
  const last = before.findLast((entry) => entry.kind === 'stage');
  return last?.stage === stage ? before : [...before, { kind: 'stage', stage }];
}

/** What a payload gives away to whoever reads the log. */
export type Protection = 'readable' | 'opaque' | 'sealed';

/** A line taken apart: what the relay says, and the payload that it quotes. */
export interface LinePart {
  readonly text: string;
  readonly protection?: Protection;
}

const SENDS = ' send message : ';

/** The form of a payload that this page knows says it; of another one, what the line looks like. */
function protectionOf(quoted: string, payload: Payload | undefined): Protection {
  if (payload === undefined) {
    if (quoted.startsWith("({'data': '")) return 'opaque';
    return quoted.startsWith("{'data': '") ? 'sealed' : 'readable';
  }
  if (typeof payload === 'string') return 'readable';
  return 'data' in payload ? 'sealed' : 'opaque';
}

/**
 * Splits the text of a line for the eye. A name may hold the words between, so the sender is asked for first.
 * @param spoken - the message that the line speaks of, or one that it was made into, where this page knows it
 */
export function partsOf({ text, message }: LogLine, spoken: Message | undefined): LinePart[] {
  const known = spoken?.seq === message ? spoken : undefined;
  const sender = known?.from;
  const head = sender !== undefined && text.startsWith(sender + SENDS) ? sender.length : text.indexOf(SENDS);
  if (message === undefined || head < 0) return [{ text }];
  const payload = text.slice(head + SENDS.length);
  return [
    { text: text.slice(0, head + SENDS.length) },
    { text: payload, protection: protectionOf(payload, known?.payload) },
  ];
}
