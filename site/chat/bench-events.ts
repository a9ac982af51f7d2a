// What a session reports, written into the bench: presence, log, and the fate of each message.
import type { Signal } from '@preact/signals';
import type { Peer } from './peer.ts';
import type { RelayChoice } from './relay-choice.ts';
import { type ServerLog, withLines, withoutMessages } from './server-log.ts';
import type { SessionEvents } from './session.ts';
import {
  type Message,
  type Timeline,
  withDoubts,
  withoutNumbers,
  withReceipt,
  withRefusal,
  withRelayed,
  withSealed,
} from './timeline.ts';

/** The parts of a bench that its sessions write to. */
interface Written {
  readonly timeline: Signal<Timeline>;
  readonly log: Signal<ServerLog>;
  readonly users: Signal<readonly string[]>;
  readonly logs: Signal<boolean>;
  readonly relay: Signal<RelayChoice | undefined>;
}

/**
 * @param originOf - the number of the message that a delivered one was made of; its own, where none is known
 * @param now - the device's clock, in milliseconds
 */
export function eventsOf(
  { timeline, log, users, logs, relay }: Written,
  peer: Peer,
  originOf: (seq: number) => number,
  now: () => number,
): SessionEvents {
  const change = (changed: (before: Timeline) => Timeline) => {
    timeline.value = changed(timeline.value);
  };
  return {
    presence: (presence, retryIn) => {
      peer.presence.value = presence;
      peer.retryAt.value = retryIn === undefined ? undefined : now() + retryIn;
      if (presence === 'lost') change((before) => withDoubts(before, peer.name));
      if (presence === 'present' && peer.notice.value === 'offline') peer.notice.value = undefined;
    },
    users: (present) => {
      users.value = present;
    },
    log: (lines) => {
      // The relay in this page did not even write: what comes of it was written before.
      if (relay.value?.kind === 'socket' && !logs.value) return;
      log.value = withLines(log.value, lines);
    },
    sealed: (sealed) => change((before) => withSealed(before, peer.name, sealed)),
    relayed: (id, seq) => change((before) => withRelayed(before, id, seq)),
    refused: (code, id) => {
      peer.notice.value = code;
      // What comes too fast is refused unread, by no name. Answers come in order, so it is the first that waits for one.
      const waits = (one: Message) => one.from === peer.name && one.fate === 'sent';
      const isIt = (one: Message) => (id === undefined ? code === 'TOO_FAST' && waits(one) : one.id === id);
      const message = timeline.value.find(isIt);
      if (!message) return;
      // The teacher was quicker than the page: what was typed is not lost.
      if (code === 'FROZEN') peer.draft.value ||= message.typed ?? '';
      change((before) => withRefusal(before, message.id, code));
    },
    received: (receipt) => change((before) => withReceipt(before, receipt, originOf(receipt.seq))),
    forgotten: () => {
      change(withoutNumbers);
      log.value = withoutMessages(log.value);
    },
    gap: () => {
      peer.notice.value = 'gap';
    },
  };
}
