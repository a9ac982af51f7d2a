// The line on which a page speaks with its class: it says who it is whenever the line is up, and hears what the class tells it.
import type { ClassDelivery, ClassEnvelope } from '#server/class/wire.ts';
import type { Delivery } from '#server/protocol.ts';
import type { Connect } from '../chat/link.ts';

export type ClassNews = ClassDelivery | Extract<Delivery, { type: 'refused' }>;

export interface ClassHearer {
  hear(news: ClassNews): void;
  /**
   * The line is down.
   * @param again - whether it is tried again
   */
  lost(code: number, again: boolean): void;
}

export interface ClassSocket {
  /** @returns whether the line was up */
  say(envelope: ClassEnvelope): boolean;
  close(): void;
}

/**
 * @param connect - a socket's, see `socketLink`
 * @param first - what is said first, each time the line comes up
 */
export function classSocket(connect: Connect, first: () => ClassEnvelope, hearer: ClassHearer): ClassSocket {
  const say = (envelope: ClassEnvelope) => link.send(JSON.stringify(envelope));
  const link = connect({
    open: () => say(first()),
    // On this line the relay says what a class hears, and no chat.
    delivery: (delivery) => hearer.hear(delivery as Delivery | ClassDelivery as ClassNews),
    lost: (code, retryIn) => hearer.lost(code, retryIn !== undefined),
  });
  return { say, close: () => link.close() };
}
