// Which addresses are a machine's of the same network.
import { expect, test } from 'vitest';
import { isOfTheNetwork } from './home-address.ts';

test.each(['192.168.1.20', '10.0.0.3', '172.16.4.4', '[fe80::1]', '[2001:db8::7]', 'salle-12.local'])(
  '%s may answer no more after the lesson',
  (host) => expect(isOfTheNetwork(new URL(`http://${host}:8080/`).hostname)).toBe(true),
);

test.each(['localhost', '127.0.0.1', '[::1]', 'chat.example.org', 'lycee.github.io', 'local.example.org'])(
  '%s stays',
  (host) => expect(isOfTheNetwork(new URL(`http://${host}:8080/`).hostname)).toBe(false),
);
