// Sends on the bench and waits for what becomes of it, without waiting for the network: the time is advanced instead.
import { TTL_SECONDS } from '#lab/stages/fernet-ttl.ts';
import type { Bench } from '../chat/bench.ts';
import type { PeerName } from '../chat/relay-choice.ts';
import type { Receipt } from '../chat/session.ts';
import type { Message } from '../chat/timeline.ts';
import { GaveUp, until } from './until.ts';

/** Whether this page is both peers, so that it sees all that happens. */
export function isBothHere(bench: Bench): boolean {
  return Object.values(bench.peers).every(({ session }) => session.value !== undefined);
}

/** Puts everything that could disturb a comparison where it was: clocks that agree, one password, no delay. */
export function levelOut(bench: Bench): void {
  const { gauche, droite } = bench.peers;
  for (const peer of [gauche, droite]) {
    peer.offset.value = 0;
    peer.ttl.value = TTL_SECONDS;
    peer.remembers.value = false;
  }
  droite.password.value = gauche.password.value;
  bench.latency.value = 0;
}

/** Has a peer of this page send a text. @returns the message, sealed and gone */
export async function send(bench: Bench, from: PeerName, text: string): Promise<Message> {
  const before = bench.timeline.value.at(-1)?.id;
  const result = await bench.peers[from].session.value?.send(text);
  const message = bench.timeline.value.findLast((one) => one.from === from && one.typed === text);
  if (result !== 'sent' || !message || message.id === before) throw new GaveUp();
  return message;
}

/** A message as it stands now. */
const messageOf = (bench: Bench, id: string) => bench.timeline.value.find((message) => message.id === id);

/** Waits until a message has come to its readers so many times. @returns what they made of it */
export async function arrivals(
  bench: Bench,
  { id }: Message,
  times: number,
  end: AbortSignal,
): Promise<readonly Receipt[]> {
  const receipts = () => messageOf(bench, id)?.receipts ?? [];
  const hasCome = () => receipts().length >= times;
  if (bench.latency.value > 0) {
    await until(() => hasCome() || bench.network.underWay.value > 0, end);
    if (!hasCome()) bench.time.advance(1000 * bench.latency.value);
  }
  await until(hasCome, end);
  return receipts();
}
