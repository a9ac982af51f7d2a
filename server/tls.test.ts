// The server over https: its files, a relay behind wss, and what those are told who come over http.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificate } from '../test/certificate.ts';
import { connectSocket } from '../test/relay-over-sockets.ts';
import { accessTo } from './access.ts';
import { ConfigError } from './config.ts';
import { attachRelay } from './gateway.ts';
import { createSiteServer } from './http.ts';
import { createRelay } from './node-relay.ts';
import { readIdentity } from './tls.ts';

const files = makeCertificate();
let port = 0;
let stop = async () => {};

beforeAll(async () => {
  const access = () => accessTo(port, [], [], 'https');
  const server = createSiteServer({
    maxPerAddress: 0,
    files: new Map(),
    base: '/',
    relay: { relay: '/relay', class: true },
    access,
    identity: readIdentity(files),
  });
  const gateway = attachRelay(server, createRelay(0), {
    path: '/relay',
    alone: true,
    hostAllowed: (host) => access().hostAllowed(host),
    originAllowed: (origin) => access().originAllowed(origin),
    maxPerAddress: 0,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo); // a TCP server has no other
  stop = async () => {
    await gateway.close();
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => stop());

/** What comes back for these bytes, until the other side ends. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

async function healthz(): Promise<number | undefined> {
  const asked = get({ port, host: '127.0.0.1', path: '/healthz', rejectUnauthorized: false });
  const [response] = await once(asked, 'response');
  response.resume();
  expect(response.headers).not.toHaveProperty('strict-transport-security');
  return response.statusCode;
}

test('pages come over https, without a promise that they will for ever', async () => {
  expect(await healthz()).toBe(200);
});

test('the relay is behind wss, for pages from https and for no others', async () => {
  const wss = (origin: string) =>
    connectSocket(`wss://127.0.0.1:${port}/relay`, { rejectUnauthorized: false, origin });
  const client = await wss(`https://127.0.0.1:${port}`);
  client.send({ type: 'register', room: 'salon', user: 'gauche' });
  expect(await client.next('registered')).toMatchObject({ user: 'gauche' });
  await client.leave('goodbye');
  await expect(wss(`http://127.0.0.1:${port}`)).rejects.toThrow('403');
});

describe('those who come over http', () => {
  test.each(['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', 'G', '\0'])('with %j are told', async (bytes) => {
    const answer = await answerTo(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('Cette adresse commence par https://\n');
    expect(await healthz()).toBe(200);
  });

  test('with half a handshake, or with none, harm nobody', async () => {
    const sockets = ['\x16', '\x16\x03\x01\x00\x05hello', ''].map((bytes) => {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      socket.write(bytes);
      return socket;
    });
    expect(await healthz()).toBe(200);
    for (const socket of sockets) socket.resetAndDestroy();
    expect(await healthz()).toBe(200);
  });
});

describe('files that do not fit are told in one line', () => {
  const other = makeCertificate();
  const garbage = `${other.key}.txt`;
  writeFileSync(garbage, 'garbage');
  test.each([
    { certificate: '/nowhere/cert.pem', key: files.key },
    { certificate: files.certificate, key: '/nowhere/key.pem' },
    { certificate: files.certificate, key: other.key },
    { certificate: garbage, key: files.key },
    { certificate: files.key, key: files.certificate },
  ])('%j', (wrong) => {
    expect(() => readIdentity(wrong)).toThrow(ConfigError);
    expect(() => readIdentity(wrong)).toThrow(/^tls.* : .*« .*\.(?:pem|txt) » [^\n]+\.$/);
  });
});
