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

/** How often a reader got the very bytes of a message that he had accepted before, and accepted them again. */
export function acceptedCopies({ receipts }: Message): number {
  const seen = new Map<string, number>();
  for (const { peer, text, payload } of receipts) {
    const name = `${peer} ${JSON.stringify(payload)}`;
    if (text !== undefined) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return Array.from(seen.values(), (times) => times - 1).reduce((sum, copies) => sum + copies, 0);
}
