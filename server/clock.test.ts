// A clock that jumps: what the relay keeps for a while, it keeps for that while, whatever date it is told.
import { expect, test } from 'vitest';
import { handCrankedWorld } from '../test/hand-cranked-world.ts';
import { Relay } from './relay.ts';

const HOUR = 3_600_000;

function relayWithDial() {
  const world = handCrankedWorld();
  let offset = 0;
  const relay = new Relay({ ...world, now: () => world.now() + offset });
  /** @returns the type of the answer */
  const register = (user: string) => {
    const frames: { type: string; code?: string }[] = [];
    const connection = relay.connect({ send: (frame) => frames.push(JSON.parse(frame)), close: () => {} });
    const frame = JSON.stringify({ type: 'register', room: 'salon', user });
    relay.receive(connection, () => frame, frame.length);
    const [answer] = frames;
    return { connection, answer: answer?.code ?? answer?.type };
  };
  const turn = (by: number) => {
    offset += by;
  };
  return { relay, register, turn, advance: world.advance };
}

test('a name is free again after half a minute, though the clock went back by an hour meanwhile', () => {
  const { relay, register, turn, advance } = relayWithDial();
  register('gauche');
  const { connection } = register('droite');
  relay.disconnect(connection, false);
  turn(-HOUR);
  advance(29_000);
  expect(register('droite').answer).toBe('NAME_TAKEN');
  advance(1_000);
  expect(register('droite').answer).toBe('registered');
});

test('a room is let go of, though the clock went back by an hour', () => {
  const { relay, register, turn, advance } = relayWithDial();
  relay.disconnect(register('gauche').connection, false);
  turn(-HOUR);
  advance(30_000);
  expect(relay.rooms.size).toBe(0);
});
