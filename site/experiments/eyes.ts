// Three pairs of eyes on one message: what each of them holds of it, whether the words are in there, and what a key changes.
import { fromBase64, fromUtf8, utf8 } from '#lab/bytes.ts';
import { type Keys, type Random, type Stage, type Token, tryOpen } from '#lab/stage.ts';
import { quote } from '#server/log.ts';
import type { Payload } from '#server/payload.ts';
import { readEnvelope, readJson } from '#server/protocol.ts';
import { openRecord, sealRecord, type TlsSession } from './tls-record.ts';

export const EYES = ['network', 'memory', 'log'] as const;
export type Eye = (typeof EYES)[number];

/** What each pair of eyes holds; a log that was not written is absent. */
export type Holdings = Readonly<Partial<Record<Eye, Uint8Array>>>;

const bytesOf = (payload: Payload) => utf8(typeof payload === 'string' ? payload : JSON.stringify(payload));

/**
 * What there is to be seen of a message on its way to the server, and in it.
 * @param frame - as it left the sender's page
 * @param tls - of the line to the server, where it has one
 * @param line - of the server's log, where it has one
 */
export function holdingsOf(frame: string, tls: TlsSession | undefined, line: string | undefined): Holdings {
  const network = tls ? sealRecord(tls, frame) : utf8(frame);
  const arrived = fromUtf8(tls ? openRecord(tls, network) : network) ?? '';
  const envelope = readEnvelope(readJson(arrived)); // as the relay reads it
  const memory = envelope.type === 'send_message' ? bytesOf(envelope.message) : undefined;
  return { network, ...(memory ? { memory } : {}), ...(line === undefined ? {} : { log: utf8(line) }) };
}

/** Whether some bytes hold others, end to end. */
function includes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  for (let at = 0; at + wanted.length <= bytes.length; at++)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** Whether a text stands in some bytes: as it is, or as JSON or a log line writes it. */
export function holds(bytes: Uint8Array | undefined, text: string): boolean {
  const forms = [text, JSON.stringify(text).slice(1, -1), quote(text)];
  return bytes !== undefined && forms.some((form) => includes(bytes, utf8(form)));
}

export function readersOf(holdings: Holdings, text: string): ReadonlySet<Eye> {
  return new Set(EYES.filter((eye) => holds(holdings[eye], text)));
}

/** The pair of byte strings that stands in a frame, in a memory or in a log line; undefined where there is none. */
function pairIn(bytes: Uint8Array): Token | undefined {
  const text = fromUtf8(bytes) ?? '';
  const [first, second] = Array.from(text.matchAll(/["']data["']: ?["']([\w+/=]+)["']/g), ([, data = '']) =>
    fromBase64(data),
  );
  return first && second && [first, second];
}

/** What somebody makes of what was published: the keys that he can try. */
export interface Attempt {
  readonly stage: Stage;
  readonly keys: readonly Keys[];
}

/** Who reads a text once these keys can be tried on whatever each pair of eyes holds. */
export function readersWith(holdings: Holdings, text: string, { stage, keys }: Attempt): ReadonlySet<Eye> {
  const opens = (bytes: Uint8Array | undefined) => {
    const token = bytes && pairIn(bytes);
    return token !== undefined && keys.some((key) => holds(tryOpen(stage, token, key, { now: 0 }), text));
  };
  return new Set(EYES.filter((eye) => holds(holdings[eye], text) || opens(holdings[eye])));
}

/** Keys that somebody draws who knows the program and nothing else. */
export function randomKeys(stage: Stage, count: number, size: number, random: Random): Keys[] {
  return Array.from({ length: count }, () => stage.keys(random(size)));
}
