// Which relay: the table of what relay.json says and what the address asks for.
import { expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { chooseRelay, randomRoom, readInvitation, writeInvitation } from './relay-choice.ts';

const here = { relay: '/relay' };
const invited = { room: 'r', peer: 'droite' } as const;
const asServer = { room: 'r', peer: 'serveur' } as const;

test.each([
  ['no file', undefined, undefined, { kind: 'page' }],
  ['no file, invited', undefined, invited, { kind: 'page' }],
  ['a static host', { relay: null }, undefined, { kind: 'page' }],
  ['a static host, invited', { relay: null }, invited, { kind: 'page' }],
  ['our server', here, undefined, { kind: 'page' }],
  ['our server, invited', here, invited, { kind: 'socket', class: false, ...invited }],
  ['our server, invited as the server', here, asServer, { kind: 'socket', class: false, ...asServer }],
])('%s', (_, file, invitation, choice) => {
  expect(chooseRelay(file, invitation)).toEqual(choice);
});

test.each([
  ['#room=demo&peer=droite', { room: 'demo', peer: 'droite' }],
  ['#peer=droite&room=demo', { room: 'demo', peer: 'droite' }],
  ['#room=demo', { room: 'demo', peer: 'gauche' }],
  ['#room=demo&peer=mallory', { room: 'demo', peer: 'gauche' }],
  ['#room=demo&peer=serveur', { room: 'demo', peer: 'serveur' }],
  ['#room=l%27%C3%A9t%C3%A9+%26&peer=droite', { room: "l'été &", peer: 'droite' }],
  ['#texte', undefined],
  ['#room=', undefined],
  ['', undefined],
] as const)('reads %s', (fragment, invitation) => {
  expect(readInvitation(fragment)).toEqual(invitation);
});

test('an invitation survives the way through an address', () => {
  const invitation = { room: "l'été & \u202e#?", peer: 'droite' } as const;
  expect(readInvitation(writeInvitation(invitation))).toEqual(invitation);
});

test('a new room cannot be guessed: ten letters of 31, each as likely as the others', () => {
  const random = seededRandom('rooms');
  const rooms = Array.from({ length: 3100 }, () => randomRoom(random));
  expect(new Set(rooms).size).toBe(rooms.length);
  const counts = new Map<string, number>();
  for (const letter of rooms.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(31);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});
