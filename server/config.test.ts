// The settings: options before variables before defaults, and one clear line for what does not fit.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, normaliseBase, readBuildSettings, readConfig, USAGE } from './config.ts';

test('the defaults: this machine alone, open answers', () => {
  expect(readConfig([], {})).toEqual({
    class: false,
    host: '127.0.0.1',
    port: 8666,
    dataFolder: resolve('data'),
    log: resolve('data/operations.log'),
    origins: [],
    maxPerAddress: 256,
    rate: 50,
    tls: undefined,
    lesson: undefined,
    retentionDays: 30,
    answers: 'open',
    passphrase: undefined,
    base: '/',
    siteUrl: undefined,
  });
});

test('a class: all interfaces, sealed answers', () => {
  expect(readConfig(['--class'], {})).toMatchObject({ class: true, host: '0.0.0.0', answers: 'sealed' });
  expect(readConfig(['--class'], { ANSWERS: 'none' })).toMatchObject({ answers: 'none' });
});

test('options win over variables', () => {
  const environment = { PORT: '1', HOST: '::1', RATE: '1', ORIGIN: 'http://a.test,http://b.test' };
  expect(readConfig([], environment)).toMatchObject({
    port: 1,
    host: '::1',
    rate: 1,
    origins: ['http://a.test', 'http://b.test'],
  });
  const words = ['--port', '2', '--host', '127.0.0.2', '--rate', '0', '--origin', 'https://c.test:444'];
  expect(readConfig(words, environment)).toMatchObject({
    port: 2,
    host: '127.0.0.2',
    rate: 0,
    origins: ['https://c.test:444'],
  });
});

test.each([
  [['--port', 'x'], {}],
  [['--port', '65536'], {}],
  [['--port', '-1'], {}],
  [['--port'], {}],
  [['--rate', '1.5'], {}],
  [['--max-per-address', 'many'], {}],
  [['--origin', 'chat.example.org'], {}],
  [['--origin', 'ftp://a.test'], {}],
  [['--origin', 'http://a.test/path'], {}],
  [['--shout'], {}],
  [['stray'], {}],
  [[], { PORT: 'x' }],
  [[], { ANSWERS: 'maybe' }],
  [[], { BASE_PATH: '/a b/' }],
  [[], { SITE_URL: 'garbage' }],
  [[], { SITE_URL: 'ftp://www.example.org' }],
  [[], { SITE_URL: 'https://' }],
  [[], { HOST: 'fe80::1%eth0' }],
  [['--host', 'a b'], {}],
  [['--host', 'http://localhost'], {}],
  [['--tls-cert', 'cert.pem'], {}],
  [[], { TLS_KEY: 'key.pem' }],
])('%j with %j is refused in one line', (words, environment) => {
  expect(() => readConfig(words, environment)).toThrow(ConfigError);
  try {
    readConfig(words, environment);
  } catch (error) {
    expect(String(error)).not.toContain('\n');
  }
});

test('a host may be an IPv6 address, in brackets or not; an empty one is none', () => {
  expect(readConfig(['--host', '::1'], {})).toMatchObject({ host: '::1' });
  expect(readConfig(['--host', '[::1]'], {})).toMatchObject({ host: '::1' });
  expect(readConfig(['--host', ''], {})).toMatchObject({ host: '127.0.0.1' });
});

test('a certificate and its key come together', () => {
  const files = { certificate: resolve('cert.pem'), key: resolve('key.pem') };
  expect(readConfig(['--tls-cert', 'cert.pem', '--tls-key', 'key.pem'], {})).toMatchObject({ tls: files });
  expect(readConfig([], { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' })).toMatchObject({ tls: files });
});

test('the operations log is in the data folder, elsewhere, or on the standard error', () => {
  expect(readConfig(['--data', '/d'], {})).toMatchObject({ log: '/d/operations.log' });
  expect(readConfig(['--data', '/d', '--log', '/l/tp.log'], {})).toMatchObject({ log: '/l/tp.log' });
  expect(readConfig(['--log', '-'], { OPERATIONS_LOG: 'file' })).toMatchObject({ log: undefined });
  expect(readConfig([], { OPERATIONS_LOG: '-' })).toMatchObject({ log: undefined });
});

test('a build reads its settings as the server does', () => {
  const environment = { ANSWERS: 'sealed', BASE_PATH: 'tp', SITE_URL: 'https://www.example.org' };
  const settings = { answers: 'sealed', base: '/tp/', siteUrl: 'https://www.example.org' };
  expect(readBuildSettings(environment)).toEqual(settings);
  expect(readConfig([], environment)).toMatchObject(settings);
  expect(readBuildSettings({})).toEqual({ answers: 'open', base: '/', siteUrl: undefined });
  for (const wrong of [{ ANSWERS: 'foo' }, { BASE_PATH: '/a b/' }, { SITE_URL: 'garbage' }])
    expect(() => readBuildSettings(wrong)).toThrow(ConfigError);
});

test('help is asked for, not started', () => {
  expect(readConfig(['--help'], {})).toBeUndefined();
  for (const name of [
    'PORT',
    'HOST',
    'DATA_DIR',
    'ORIGIN',
    'MAX_PER_ADDRESS',
    'RATE',
    'ANSWERS',
    'BASE_PATH',
  ])
    expect(USAGE).toContain(name);
});

describe('a base path', () => {
  test.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['tp', '/tp/'],
    ['/tp', '/tp/'],
    ['/tp/', '/tp/'],
    ['a/b', '/a/b/'],
  ])('%j becomes %s', (text, base) => expect(normaliseBase(text)).toBe(base));
});
