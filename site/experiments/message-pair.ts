// Two messages of one sender in counter mode: what whoever carries both can make of them, and what it is worth.
import { cancelKeyStream, type Fit } from '#lab/attacks/keystream-reuse.ts';
import { equal, utf8, xor } from '#lab/bytes.ts';
import { pad } from '#lab/primitives/pkcs7.ts';
import { stages } from '#lab/stages.ts';
import { toToken } from '../chat/payload.ts';
import type { ServerLog } from '../chat/server-log.ts';
import type { Message } from '../chat/timeline.ts';

/** So many letters of the other message make a find. */
export const ENOUGH_LETTERS = 5;

export interface MessagePair {
  readonly messages: readonly [Message, Message];
  /** the counter blocks, as they left */
  readonly blocks: readonly [Uint8Array, Uint8Array];
  readonly ciphertexts: readonly [Uint8Array, Uint8Array];
  /** of the two ciphertexts, as far as the shorter one reaches */
  readonly xor: Uint8Array;
  readonly isSameBlock: boolean;
}

const fieldsOf = ({ payload }: Message) => stages.hazmat.fields(toToken(payload)).map(({ bytes }) => bytes);

/** @returns undefined for messages of another form than that of stage `hazmat` */
export function pairOf(first: Message, second: Message): MessagePair | undefined {
  const [block, ciphertext] = fieldsOf(first);
  const [otherBlock, otherCiphertext] = fieldsOf(second);
  if (!block || !ciphertext || !otherBlock || !otherCiphertext) return undefined;
  return {
    messages: [first, second],
    blocks: [block, otherBlock],
    ciphertexts: [ciphertext, otherCiphertext],
    xor: cancelKeyStream(ciphertext, otherCiphertext),
    isSameBlock: equal(block, otherBlock),
  };
}

/** The typed texts under their padding: what counter mode has encrypted. Only the sender’s page can know them. */
const paddedTexts = ({ messages }: MessagePair) => messages.map(({ typed = '' }) => pad(utf8(typed)));

/** Whether the key stream has cancelled out. */
export function isXorOfTexts(pair: MessagePair): boolean {
  const [first = pair.xor, second = pair.xor] = paddedTexts(pair);
  return equal(pair.xor, xor(first, second));
}

/** What a claim is worth beside what was typed; `short` and `known` are true, and nothing to boast of. */
export type Verdict = 'right' | 'short' | 'known' | 'wrong';

/**
 * @param fit - where the crib is said to stand in one message, and what follows for the other
 * @param isUnknown - whether the reader has not seen a message
 */
export function verdictOn(
  pair: MessagePair,
  crib: string,
  { offset, text }: Fit,
  isUnknown: (message: Message) => boolean,
): Verdict {
  const bytes = utf8(crib);
  const stands = (padded: Uint8Array) => equal(padded.subarray(offset, offset + bytes.length), bytes);
  const [first, second] = paddedTexts(pair).map(stands);
  if (!isXorOfTexts(pair) || !(first || second)) return 'wrong';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < ENOUGH_LETTERS) return 'short';
  const [one, other] = pair.messages;
  const isNews = (first && isUnknown(other)) || (second && isUnknown(one));
  return isNews ? 'right' : 'known';
}

/** Who could have noticed something, and what they noticed. */
export interface Alarms {
  /** the checks of whoever read the two messages in this page */
  readonly checks: { readonly passed: number; readonly failed: number };
  /** how often the two messages were read in this page, and how often they said what had been typed */
  readonly reads: { readonly all: number; readonly faithful: number };
  /** the relay's lines about them, and how many are more than information */
  readonly lines: { readonly all: number; readonly warnings: number };
}

const count = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length;

export function alarmsOf({ messages }: MessagePair, log: ServerLog): Alarms {
  const receipts = messages.flatMap((message) =>
    message.receipts.map((receipt) => ({ ...receipt, isFaithful: receipt.text === message.typed })),
  );
  const checks = receipts.flatMap((receipt) => receipt.checks);
  const lines = log.flatMap((entry) =>
    entry.kind === 'line' && messages.some(({ seq }) => seq !== undefined && seq === entry.line.message)
      ? [entry.line]
      : [],
  );
  return {
    checks: {
      passed: count(checks, ({ result }) => result === 'passed'),
      failed: count(checks, ({ result }) => result === 'failed'),
    },
    reads: { all: receipts.length, faithful: count(receipts, ({ isFaithful }) => isFaithful) },
    lines: {
      all: lines.length,
      warnings: count(lines, ({ level }) => level !== 'INFO' && level !== 'DEBUG'),
    },
  };
}

/** A piece of what may be text, as a screen can show it: a dot stands for what is no character, or would act as a control. */
export function legible(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, '·');
}
