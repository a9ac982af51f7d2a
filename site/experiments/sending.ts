// Has a peer of this page say something, and finds the message that came of it.
import type { Bench } from '../chat/bench.ts';
import type { PeerName } from '../chat/relay-choice.ts';
import type { Message } from '../chat/timeline.ts';

export const partnerOf = (name: PeerName): PeerName => (name === 'gauche' ? 'droite' : 'gauche');

/** Whether this page holds a peer at all: it may hold the server's chair alone. */
export function canSpeak(bench: Bench): boolean {
  return Object.values(bench.peers).some(({ session }) => session.value !== undefined);
}

/** The peer that an experiment has speak: the wanted one, unless this page holds the other one alone. */
export function speakerOf(bench: Bench, wanted: PeerName = 'gauche'): PeerName {
  const other = partnerOf(wanted);
  const { peers } = bench;
  return !peers[wanted].session.value && peers[other].session.value ? other : wanted;
}

/** Sends a text as a peer of this page. @returns the `id` of its message; undefined where nothing left */
export async function say(bench: Bench, name: PeerName, text: string): Promise<string | undefined> {
  const peer = bench.peers[name];
  const before = new Set(bench.timeline.value.map(({ id }) => id));
  peer.draft.value = text;
  await peer.sendDraft();
  const isOfIt = ({ id, from, typed }: Message) => from === name && typed === text && !before.has(id);
  return bench.timeline.value.findLast(isOfIt)?.id;
}
