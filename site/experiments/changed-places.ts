// Where the bytes of a delivered message are others than those that were sent.
import { pairsOf } from '../chat/compare.ts';
import { fieldsOf } from '../chat/follow.ts';
import type { Receipt } from '../chat/session.ts';
import type { Message } from '../chat/timeline.ts';

/** A byte of a message: the name of its field, and its number there, from 0. */
export interface Place {
  readonly field: string;
  readonly at: number;
}

/** The bytes that both have, and that are not the same. */
export function changedPlaces({
  message,
  receipt,
}: {
  readonly message: Pick<Message, 'stage' | 'payload'>;
  readonly receipt: Pick<Receipt, 'payload'>;
}): Place[] {
  const pairs = pairsOf(fieldsOf(message), fieldsOf(message, receipt.payload));
  return pairs.flatMap(({ name, first, second }) =>
    Array.from(first ?? [], (byte, at) => ({ field: name, at, differs: second?.[at] !== byte }))
      .filter(({ at, differs }) => differs && second !== undefined && at < second.length)
      .map(({ field, at }) => ({ field, at })),
  );
}
