// A relay without sockets, as a page holds it, behind the harness of the relay's contract.
import { utf8 } from '#lab/bytes.ts';
import type { Limits } from '#server/limits.ts';
import { Relay } from '#server/relay.ts';
import { Inbox } from './client-inbox.ts';
import { handCrankedWorld } from './hand-cranked-world.ts';
import type { Client, Harness } from './relay-contract.ts';

function connectTo(relay: Relay): Client {
  const inbox = new Inbox();
  const connection = relay.connect({
    send: (frame) => inbox.deliver(JSON.parse(frame)),
    close: (code) => inbox.close(code),
  });
  return {
    send(frame) {
      const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
      relay.receive(connection, () => text, utf8(text).length);
    },
    leave: async (how) => relay.disconnect(connection, how === 'goodbye'),
    next: inbox.next,
    settle: async () => {},
    rest: () => inbox.takeAll(),
    closed: () => inbox.closed(),
  };
}

export async function startInPage(limits: Limits): Promise<Harness> {
  const world = handCrankedWorld();
  const relay = new Relay(world, limits);
  return {
    connect: async () => connectTo(relay),
    advance: (milliseconds) => world.advance(milliseconds),
    stop: async () => {},
  };
}
