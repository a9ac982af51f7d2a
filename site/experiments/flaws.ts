// The flaws of question 16, each with two proofs asked of the bench: that it is there, and that the repair closes it.
import { carefulLoop, naiveLoop } from '#lab/attacks/crash.ts';
import type { Timeline } from '../chat/timeline.ts';
import {
  type Delivery,
  deliveriesOf,
  isAccepted,
  isReflected,
  isRelabelled,
  isTampered,
} from './deliveries.ts';

export const FLAWS = ['name', 'replay', 'reflect', 'password', 'crash'] as const;
export type Flaw = (typeof FLAWS)[number];

/** How old a copy must be to count: the issue of a conversation is another one ten seconds later. */
export const REPLAY_AFTER_SECONDS = 10;

const failedCheck = ({ receipt }: Delivery) => receipt.checks.find(({ result }) => result === 'failed')?.name;

/** The copies of a message that its reader had accepted before, ten seconds old or more. */
function lateCopies(timeline: Timeline): Delivery[] {
  return timeline.flatMap((message) =>
    message.receipts.flatMap((receipt, i) => {
      const first = message.receipts
        .slice(0, i)
        .find(
          (earlier) =>
            earlier.text !== undefined &&
            earlier.peer === receipt.peer &&
            JSON.stringify(earlier.payload) === JSON.stringify(receipt.payload),
        );
      return first && receipt.now - first.now >= REPLAY_AFTER_SECONDS ? [{ message, receipt }] : [];
    }),
  );
}

/** The deliveries that try a flaw. The password is not tried on the bench, and nonsense is whatever a reader refuses. */
function triesOf(flaw: Exclude<Flaw, 'password'>, timeline: Timeline): Delivery[] {
  const all = deliveriesOf(timeline);
  switch (flaw) {
    case 'name':
      return all.filter(
        (delivery) => isRelabelled(delivery) && !isTampered(delivery) && !isReflected(delivery),
      );
    case 'replay':
      return lateCopies(timeline);
    case 'reflect':
      return all.filter((delivery) => isReflected(delivery) && !isTampered(delivery));
    case 'crash':
      return all.filter((delivery) => !isAccepted(delivery));
  }
}

/** What must have refused a try, so that it is the repair which did: a TTL that ran out is none. */
const REPAIRED_BY: Readonly<Record<'name' | 'replay' | 'reflect', readonly string[]>> = {
  name: ['tag'],
  replay: ['counter', 'unseen'],
  reflect: ['sender', 'tag'],
};

/** Whether the bench has shown that a flaw is there. */
export function isProven(flaw: Exclude<Flaw, 'password' | 'crash'>, timeline: Timeline): boolean {
  return triesOf(flaw, timeline).some(isAccepted);
}

/** Whether the bench has shown that the same attack fails against the repair. */
export function isRepaired(flaw: Exclude<Flaw, 'password' | 'crash'>, timeline: Timeline): boolean {
  return triesOf(flaw, timeline).some((delivery) => REPAIRED_BY[flaw].includes(failedCheck(delivery) ?? ''));
}

/** What a receiver that catches nothing, and one that does, make of all that has come to droite. */
export function loopsOf(timeline: Timeline) {
  const receipts = deliveriesOf(timeline)
    .map(({ receipt }) => receipt)
    .filter(({ peer }) => peer === 'droite')
    .sort((a, b) => a.seq - b.seq);
  const open = ({ text }: (typeof receipts)[number]) => {
    if (text === undefined) throw new Error('refused');
    return text;
  };
  return { naive: naiveLoop(receipts, open), careful: carefulLoop(receipts, open), count: receipts.length };
}
