// What became of messages, asked of a timeline: the questions that the goals of experiments are made of.
import type { Receipt } from '../chat/session.ts';
import type { Message, Timeline } from '../chat/timeline.ts';

/** One message that came to a reader once. */
export interface Delivery {
  readonly message: Message;
  readonly receipt: Receipt;
}

/** Everything that has come to the readers of this page, in the order of the messages. */
export function deliveriesOf(timeline: Timeline): Delivery[] {
  return timeline.flatMap((message) => message.receipts.map((receipt) => ({ message, receipt })));
}

/** Whether the reader's screen showed it. */
export const isAccepted = ({ receipt }: Delivery) => receipt.text !== undefined;

/** Whether the reader got other bytes than those that were sent. */
export const isTampered = ({ message, receipt }: Delivery) =>
  JSON.stringify(receipt.payload) !== JSON.stringify(message.payload);

/** Whether the envelope bore another name than the author's. */
export const isRelabelled = ({ message, receipt }: Delivery) => receipt.from !== message.from;

/** Whether it came back to its author. */
export const isReflected = ({ message, receipt }: Delivery) => receipt.peer === message.from;

/** What became of the copies of a message: the very bytes that a reader had accepted before, once more. */
export function copiesOf({ receipts }: Message): { readonly accepted: number; readonly refused: number } {
  const seen = new Set<string>();
  const copies = { accepted: 0, refused: 0 };
  for (const { peer, text, payload } of receipts) {
    const name = `${peer} ${JSON.stringify(payload)}`;
    if (seen.has(name)) copies[text === undefined ? 'refused' : 'accepted'] += 1;
    else if (text !== undefined) seen.add(name);
  }
  return copies;
}

/** How often a reader has accepted such a copy. */
export const acceptedCopies = (message: Message) => copiesOf(message).accepted;
