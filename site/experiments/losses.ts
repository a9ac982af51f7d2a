// Messages that never arrived while nobody was told: recognised from the timeline, and from the relay's journal beyond it.
import type { Bench } from '../chat/bench.ts';
import type { Message } from '../chat/timeline.ts';

/** `unknown`: not yet, or not to be seen from this page. */
export type Outcome = 'arrived' | 'dropped' | 'unknown';

/** A message on a relay that forgets. */
export interface Sending {
  readonly seq: number;
  readonly user: string;
  /** known where its sender or its reader is in this page */
  readonly message: Message | undefined;
  readonly outcome: Outcome;
}

/** Whether the log says that a message was handed on. */
function isHandedOn(bench: Bench, seq: number): boolean {
  return bench.log.value.some(
    (entry) =>
      entry.kind === 'line' && entry.line.message === seq && entry.line.text.startsWith('message send to '),
  );
}

function outcomeOf(bench: Bench, seq: number, message: Message | undefined): Outcome {
  const chair = bench.chair.operator.value;
  if (chair?.journal.value.some(({ deeds, of }) => of === seq && deeds.includes('drop'))) return 'dropped';
  if (message?.receipts.some(({ text, peer }) => text !== undefined && peer !== message.from))
    return 'arrived';
  // The reader's window is on another page: the log knows what was handed on, and so does the chair of what it saw pass.
  const seen = chair?.seen.value.find((one) => one.seq === seq);
  const user = message?.from ?? seen?.user;
  const isReaderHere = Object.values(bench.peers).some(
    ({ name, session }) => name !== user && session.value !== undefined,
  );
  if (isReaderHere) return 'unknown';
  return isHandedOn(bench, seq) || seen?.held === false ? 'arrived' : 'unknown';
}

/** Every message that the relay has carried or seen, in its order. */
export function sendingsOf(bench: Bench): Sending[] {
  const users = new Map<number, string>();
  for (const { seq, user } of bench.chair.operator.value?.seen.value ?? []) users.set(seq, user);
  for (const { seq, from } of bench.timeline.value) if (seq !== undefined) users.set(seq, from);
  return [...users]
    .sort(([a], [b]) => a - b)
    .map(([seq, user]) => {
      const message = bench.timeline.value.find((one) => one.seq === seq);
      return { seq, user, message, outcome: outcomeOf(bench, seq, message) };
    });
}

/** Whether whoever wrote it believes that it went its way. */
const isBelieved = ({ message }: Sending) =>
  message?.typed === undefined || (message.fate === 'relayed' && message.seq !== undefined);

/** Whether no window of this page says that anything went wrong. */
function isQuiet(bench: Bench, four: readonly Sending[]): boolean {
  const noNotice = Object.values(bench.peers).every(({ notice }) => notice.value === undefined);
  const noRefusal = four.every(
    ({ message }) => message?.receipts.every(({ text }) => text !== undefined) ?? true,
  );
  return noNotice && noRefusal && four.every(isBelieved);
}

/** Whether of four messages that somebody sent in a row two arrived and two did not, and nobody was told anything. */
export function areLostInSilence(bench: Bench): boolean {
  const all = sendingsOf(bench);
  return all.some(({ user }, first) => {
    const four = all
      .slice(first)
      .filter((sending) => sending.user === user)
      .slice(0, 4);
    const count = (outcome: Outcome) => four.filter((sending) => sending.outcome === outcome).length;
    return count('arrived') === 2 && count('dropped') === 2 && isQuiet(bench, four);
  });
}
