// Names and addresses: which a server answers to, and which it prints.
import { describe, expect, test } from 'vitest';
import { accessTo, nameInUrl, namesOf, namesToPrint, type Place } from './access.ts';

const machine = { hostname: 'Salle12', addresses: ['192.0.2.7', '2001:db8::7'] };
const OWN = ['192.0.2.7', '[2001:db8::7]'];
const MACHINE_NAMES = ['salle12', 'salle12.local'];

const place = (bound: string, more: Partial<Place> = {}): Place => ({
  bound,
  host: bound,
  class: false,
  ...more,
});

test.each([
  ['127.0.0.2', '127.0.0.2'],
  ['::1', '[::1]'],
  ['0:0:0:0:0:0:0:1', '[::1]'],
  ['2001:DB8::7', '[2001:db8::7]'],
  ['Salle_12.local', 'salle_12.local'],
  ['fe80::1%eth0', undefined],
  ['256.1.1.1', undefined],
  ['a/b', undefined],
  ['a:80', undefined],
  ['a b', undefined],
  ['[a]', undefined],
  ['', undefined],
])('%j stands in a URL as %j', (host, name) => expect(nameInUrl(host)).toBe(name));

describe('a server that listens', () => {
  test.each([
    { at: 'one address', where: place('127.0.0.2'), names: ['127.0.0.2'], printed: ['127.0.0.2'] },
    { at: 'an IPv6 address', where: place('::1'), names: ['[::1]'], printed: ['[::1]'] },
    {
      at: 'the address of a name',
      where: place('127.0.1.1', { host: 'salle12' }),
      names: ['salle12'],
      printed: ['salle12'],
    },
    {
      at: 'all addresses',
      where: place('::'),
      names: [...OWN, ...MACHINE_NAMES],
      printed: [...OWN, 'localhost'],
    },
    {
      at: 'all IPv4 addresses',
      where: place('0.0.0.0'),
      names: [...OWN, ...MACHINE_NAMES],
      printed: ['192.0.2.7', 'localhost'],
    },
    {
      at: 'all addresses, for a class',
      where: place('::', { class: true }),
      names: [...OWN, ...MACHINE_NAMES],
      printed: [...OWN, 'localhost'],
    },
    {
      at: 'one address, for a class',
      where: place('192.0.2.7', { class: true }),
      names: ['192.0.2.7', ...OWN, ...MACHINE_NAMES],
      printed: ['192.0.2.7'],
    },
  ])('at $at prints where it is, and answers to it', ({ where, names, printed }) => {
    expect(namesOf(where, machine)).toEqual(names);
    expect(namesToPrint(where, machine)).toEqual(printed);
    const access = accessTo(8666, namesOf(where, machine), []);
    for (const name of printed) {
      expect(access.hostAllowed(`${name}:8666`)).toBe(true);
      expect(access.originAllowed(`http://${name}:8666`)).toBe(true);
    }
    expect(access.hostAllowed('evil.test:8666')).toBe(false);
  });

  test('answers to its mDNS name once, and leaves out a hostname that no URL can hold', () => {
    const ofHostname = (hostname: string) =>
      namesOf(place('::'), { hostname, addresses: [] }).filter((name) => name.includes('.local'));
    expect(new Set(ofHostname('Mac.local'))).toEqual(new Set(['mac.local']));
    expect(ofHostname('pc.lycee.example')).toEqual(['pc.local']);
    expect(ofHostname('le pc')).toEqual([]);
  });
});
