// The conversation, message by message: what was typed, what left, what reached whom, and what they made of it.
import type { StageName } from '#lab/stage.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Payload } from '#server/payload.ts';
import type { RefusalCode } from '#server/refusal.ts';
import { guessStage } from './payload.ts';
import type { Receipt, Sealed } from './session.ts';

export interface Message {
  /** names the message in this page */
  readonly id: string;
  /** its number in the room, once the relay has carried it */
  readonly seq?: number;
  readonly from: string;
  readonly stage: StageName;
  readonly payload: Payload;
  /** known where the sender is in this page */
  readonly typed?: string;
  /** the sender's clock, in seconds; known likewise */
  readonly now?: number;
  /** whether the relay has said that it carried the message, or refused to */
  readonly fate: 'sent' | 'relayed' | 'refused' | 'unconfirmed';
  /** why the relay refused it */
  readonly refusal?: RefusalCode;
  /** what those in this page made of it */
  readonly receipts: readonly Receipt[];
}

export type Timeline = readonly Message[];

/** A message of the notebook, laid on the bench to be looked at again: it belongs to no conversation. */
export interface MessageExhibit {
  readonly message: Message;
  /** what the server's log said of it */
  readonly line?: string | undefined;
}

/** A line of the log that speaks of no message: one of the notebook, or one that has just been pressed. */
export interface LineExhibit {
  readonly message?: undefined;
  /** as the relay wrote it, level and all */
  readonly line: string;
  readonly isPressed?: boolean;
  /** the number of the message that it speaks of after all, which this page does not know (any more) */
  readonly seq?: number | undefined;
}

export type Exhibit = MessageExhibit | LineExhibit;

/** More than this, or heavier, and the oldest messages are let go: a page is no archive. */
export const MOST_MESSAGES = 200;
const MOST_CHARACTERS = 600_000;

/** The characters of a message, as far as they can be many. */
function weight({ payload, typed = '' }: Message): number {
  const texts = typeof payload === 'string' ? [payload] : [payload].flat().map(({ data }) => data);
  return texts.reduce((sum, text) => sum + text.length, typed.length);
}

function trimmed(timeline: Timeline): Timeline {
  let room = MOST_CHARACTERS;
  const first = timeline.findLastIndex((message, i) => {
    room -= weight(message);
    return i < timeline.length - 1 && (room < 0 || timeline.length - i > MOST_MESSAGES);
  });
  return timeline.slice(first + 1);
}

/** A peer of this page has sealed a message, and is about to send it. */
export function withSealed(timeline: Timeline, from: string, sealed: Sealed): Timeline {
  return trimmed([...timeline, { ...sealed, from, fate: 'sent', receipts: [] }]);
}

/** The relay has carried a message. What reached a peer of this page before this news came becomes part of it. */
export function withRelayed(timeline: Timeline, id: string, seq: number): Timeline {
  const early = timeline.find((message) => message.seq === seq && message.id !== id);
  return timeline
    .filter((message) => message !== early)
    .map((message) =>
      message.id === id
        ? { ...message, seq, fate: 'relayed', receipts: [...message.receipts, ...(early?.receipts ?? [])] }
        : message,
    );
}

/** The relay has refused a message. */
export function withRefusal(timeline: Timeline, id: string, refusal: RefusalCode): Timeline {
  return timeline.map((message) => (message.id === id ? { ...message, fate: 'refused', refusal } : message));
}

/** The line broke: what the relay had not confirmed (of one sender, or of all) may or may not have been carried. */
export function withDoubts(timeline: Timeline, from?: string): Timeline {
  return timeline.map((message) =>
    message.fate === 'sent' && (from === undefined || message.from === from)
      ? { ...message, fate: 'unconfirmed' }
      : message,
  );
}

/** The relay counts anew: the numbers of the messages until now name none of those to come. */
export function withoutNumbers(timeline: Timeline): Timeline {
  return timeline.map(({ seq, ...message }) => ({ ...message, id: `${message.id} before` }));
}

/** It has come out that what was delivered as one message was made of another. */
export function withOrigin(timeline: Timeline, of: number, as: number): Timeline {
  const made = timeline.find((message) => message.seq === as);
  if (!made || !timeline.some((message) => message.seq === of)) return timeline;
  return timeline
    .filter((message) => message !== made)
    .map((message) =>
      message.seq === of ? { ...message, receipts: [...message.receipts, ...made.receipts] } : message,
    );
}

/**
 * A message has reached a peer of this page.
 * @param of - the number of the message that it was made of, where that is known and another one
 */
export function withReceipt(timeline: Timeline, receipt: Receipt, of = receipt.seq): Timeline {
  const { seq, from, stage, payload } = receipt;
  const known = timeline.find((message) => message.seq === of);
  if (known)
    return timeline.map((message) =>
      message === known ? { ...message, receipts: [...message.receipts, receipt] } : message,
    );
  const message: Message = {
    id: `seq-${seq}`,
    seq,
    from,
    stage,
    payload,
    fate: 'relayed',
    receipts: [receipt],
  };
  return trimmed([...timeline, message]);
}

/** A message that the relay of this page's operator has seen; at first nobody in this page may know more of it. */
function messageOf({ seq, user, message }: Seen): Message {
  return {
    id: `seq-${seq}`,
    seq,
    from: user,
    stage: guessStage(message),
    payload: message,
    fate: 'relayed',
    receipts: [],
  };
}

/** The relay of this page's operator has seen messages: those that are new here take their places by their numbers. */
export function withSeen(timeline: Timeline, seen: readonly Seen[]): Timeline {
  const known = new Set(timeline.map(({ seq }) => seq));
  const news = seen.filter(({ seq }) => !known.has(seq));
  if (news.length === 0) return timeline;
  const all = [...timeline];
  for (const one of news) {
    const next = all.findIndex(({ seq }) => seq !== undefined && seq > one.seq);
    all.splice(next < 0 ? all.length : next, 0, messageOf(one));
  }
  return trimmed(all);
}

/** A message as one peer's window shows it. */
export interface Entry {
  readonly message: Message;
  /** absent for one's own message */
  readonly receipt?: Receipt;
}

/** The entries of each message by peer: the same objects for as long as nothing about the message changes. */
const made = new WeakMap<Message, Map<string, readonly Entry[]>>();

/** What of a message a peer's window shows: that it was written there, and each time that it came there. */
function entriesFor(message: Message, peer: string): readonly Entry[] {
  const byPeer = made.get(message) ?? new Map<string, readonly Entry[]>();
  made.set(message, byPeer);
  const entries = byPeer.get(peer) ?? makeEntries(message, peer);
  byPeer.set(peer, entries);
  return entries;
}

function makeEntries(message: Message, peer: string): Entry[] {
  const own = message.from === peer && message.typed !== undefined ? [{ message }] : [];
  const receipts = message.receipts.filter((receipt) => receipt.peer === peer);
  return [...own, ...receipts.map((receipt) => ({ message, receipt }))];
}

/** What a peer's window shows, in the order in which it came there: a copy stands where the copy came. */
export function entriesOf(timeline: Timeline, peer: string): Entry[] {
  const entries = timeline.flatMap((message) => entriesFor(message, peer));
  const isCopy = ({ message, receipt }: Entry) =>
    receipt !== undefined && message.seq !== undefined && receipt.seq > message.seq;
  const inOrder = entries.filter((entry) => !isCopy(entry));
  for (const copy of entries.filter(isCopy)) {
    const at = copy.receipt?.seq ?? 0;
    const next = inOrder.findIndex(({ message, receipt }) => (receipt?.seq ?? message.seq ?? 0) > at);
    inOrder.splice(next < 0 ? inOrder.length : next, 0, copy);
  }
  return inOrder;
}
