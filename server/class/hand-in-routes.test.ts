// What a class is asked over HTTP: by whom, how often, how much, and what is never lost or given away.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ClassServer, LESSON, passOf, serveClass, TEACHER } from '../../test/class-over-http.ts';
import { MemoryStore } from '../store/memory.ts';
import { StudentRequests } from './hand-in-student.ts';

vi.setConfig({ testTimeout: 30_000 }); // a thread of its own reads the sheets, and it starts with all answers

let store: MemoryStore;
let school: ClassServer;
let now = 1_000_000;
beforeEach(async () => {
  now = 1_000_000;
  store = new MemoryStore();
  school = await serveClass(store, ['Léa', 'Tom'], { now: () => now, bodyWithin: 2_000 });
});
afterEach(() => school.stop());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What comes back on a socket for bytes that no well-behaved client would send, until the server closes it. */
async function raw(head: string, ...chunks: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(school.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.write(`${head}\r\nHost: localhost\r\nAuthorization: Bearer ${passOf('Léa')}\r\n`);
  for (const chunk of chunks) socket.write(chunk);
  await once(socket, 'close');
  return answer;
}

describe('a sheet that is handed in', () => {
  const SHEET = '# TP\n\n1. L’étoile, « ici »\n';

  test('is kept before it is acknowledged, and comes back', async () => {
    const response = await school.handIn('Léa', 'k1', SHEET);
    expect(response.status).toBe(200);
    const receipt = await response.json();
    expect(receipt).toEqual({ at: now, key: 'k1', sha256: sha256(SHEET), words: 5 });
    expect(store.handInOf(LESSON, 'Léa')?.sheet).toBe(SHEET);
    expect(school.registry.told.get('Léa')).toBe(now);
    expect(await (await school.ask('Léa', 'GET', 'hand-in')).json()).toEqual({ ...receipt, sheet: SHEET });
    expect((await school.ask('Tom', 'GET', 'hand-in')).status).toBe(204);
  });

  test('is the same for the same key, and another one’s for another seat', async () => {
    const first = await (await school.handIn('Léa', 'k1', SHEET)).json();
    now += 5_000;
    expect(await (await school.handIn('Léa', 'k1', 'other')).json()).toEqual(first);
    expect((await (await school.handIn('Tom', 'k1', 'his')).json()).sha256).toBe(sha256('his'));
    await school.handIn('Léa', 'k2', 'second');
    expect((await (await school.ask('Léa', 'GET', 'hand-in')).json()).sheet).toBe('second');
  });

  test('is refused when the lesson has ended, unless it was kept and nobody heard', async () => {
    const first = await (await school.handIn('Léa', 'k1', SHEET)).json();
    school.registry.setEnded(true);
    const late = await school.handIn('Léa', 'k2', SHEET);
    expect([late.status, await late.json()]).toEqual([410, { code: 'LESSON_ENDED' }]);
    expect(await (await school.handIn('Léa', 'k1', SHEET)).json()).toEqual(first);
  });

  test('may be as long as a sheet may be, in whatever characters', async () => {
    for (const [key, sheet] of Object.entries({ a: 'a'.repeat(2 ** 20), b: '\n'.repeat(2 ** 20) }))
      expect([key, (await school.handIn('Léa', key, sheet)).status]).toEqual([key, 200]);
    const tooLong = await school.handIn('Léa', 'k', `a${'é'.repeat(2 ** 19)}`);
    expect([tooLong.status, await tooLong.json()]).toEqual([413, { code: 'TOO_LARGE' }]);
  });

  test.each([
    ['no JSON', 'k', '{"sheet":'],
    ['no object', 'k', '["sheet"]'],
    ['no text', 'k', '{"sheet":{"sheet":"x"}}'],
    ['nothing', 'k', ''],
    ['a prototype', 'k', '{"__proto__":{"sheet":"x"}}'],
    ['depth', 'k', `{"sheet":"x","more":${'['.repeat(900_000)}${']'.repeat(900_000)}}`],
    ['no UTF-8', 'k', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['no key', '', '{"sheet":"x"}'],
    ['a key with a space', 'k k', '{"sheet":"x"}'],
    ['a long key', 'k'.repeat(65), '{"sheet":"x"}'],
  ])('is none: %s', async (_, key, body) => {
    const begin = performance.now();
    const headers = { 'Idempotency-Key': key };
    const response = await school.ask('Léa', 'POST', 'hand-in', { headers, body });
    expect([response.status, await response.json()]).toEqual([400, { code: 'BAD_ENVELOPE' }]);
    expect(performance.now() - begin).toBeLessThan(1_500);
    expect(store.handIns(LESSON)).toEqual([]);
  });

  test('has no lone surrogates, which no file has', async () => {
    await school.handIn('Léa', 'k', 'a\ud800b');
    expect(store.handInOf(LESSON, 'Léa')?.sheet).toBe('a\ufffdb');
  });

  test('does not change the prototype of anything', async () => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"sheet":"x"}';
    const headers = { 'Idempotency-Key': 'k' };
    expect((await school.ask('Léa', 'POST', 'hand-in', { headers, body })).status).toBe(200);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('comes no more often than anybody presses a button', async () => {
    const statuses = [];
    for (let key = 0; key < 12; key++) statuses.push((await school.handIn('Léa', String(key), 'x')).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    expect((await school.handIn('Tom', 'k', 'x')).status).toBe(200);
    now += 5_000;
    expect((await school.handIn('Léa', 'later', 'x')).status).toBe(200);
  });
});

describe('a body', () => {
  const POST = 'POST /tp/class/hand-in HTTP/1.1\r\nIdempotency-Key: k';

  test('that says that it is too long is not read', async () => {
    const answer = await raw(POST, `Content-Length: ${2 ** 40}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*TOO_LARGE/);
  });

  test('that turns out to be too long is read no further, and its line is cut', async () => {
    const chunk = Buffer.alloc(2 ** 16, 0x61);
    const size = `${chunk.length.toString(16)}\r\n`;
    const chunks = Array.from({ length: 200 }, () => [size, chunk, '\r\n']).flat();
    const answer = await raw(POST, 'Transfer-Encoding: chunked\r\n\r\n', ...chunks); // and never ends
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*TOO_LARGE/);
  });

  test('that does not come is waited for no longer than that', async () => {
    const answer = await raw(POST, 'Content-Length: 20\r\n\r\n{"sheet":');
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*TOO_SLOW/);
    expect((await school.handIn('Léa', 'k', 'x')).status).toBe(200);
  });

  test('that comes once more takes the place of the one whose line was cut', async () => {
    const stuck = raw(POST, 'Content-Length: 20\r\n\r\n{"sheet":');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await school.handIn('Léa', 'k', 'x')).status).toBe(200);
    expect(await stuck).toContain('408');
    expect(store.handIns(LESSON)).toHaveLength(1);
  });

  test('of a student who is erased while it comes is kept nowhere', async () => {
    const body = '{"sheet":"late"}';
    const socket = connect(school.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(
      `${POST}\r\nHost: localhost\r\nAuthorization: Bearer ${passOf('Léa')}\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n{`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await school.ask('teacher', 'DELETE', `seats/${encodeURIComponent('Léa')}`)).status).toBe(200);
    socket.write(body.slice(1));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 401/);
    expect(store.handIns(LESSON)).toEqual([]);
  });
});

describe('a notebook', () => {
  test('is given back to its author as it came, and to nobody else', async () => {
    const body = `{"any":${'['.repeat(100_000)}`;
    expect((await school.ask('Léa', 'GET', 'notebook')).status).toBe(204);
    expect((await school.ask('Léa', 'PUT', 'notebook', { body })).status).toBe(200);
    expect(await (await school.ask('Léa', 'GET', 'notebook')).text()).toBe(body);
    expect((await school.ask('Tom', 'GET', 'notebook')).status).toBe(204);
    expect((await school.ask('teacher', 'GET', 'notebook')).status).toBe(403);
  });

  test('is neither kept nor given where the class has not agreed', async () => {
    await school.ask('Léa', 'PUT', 'notebook', { body: '{}' });
    school.registry.setKeepsNotebooks(false);
    expect((await school.ask('Léa', 'PUT', 'notebook', { body: '{}' })).status).toBe(403);
    expect((await school.ask('Léa', 'GET', 'notebook')).status).toBe(403);
  });

  test('is erased when its author thinks better of it, whatever the class says by then', async () => {
    for (const who of ['Léa', 'Tom']) await school.ask(who, 'PUT', 'notebook', { body: '{}' });
    school.registry.setKeepsNotebooks(false);
    school.registry.setEnded(true);
    expect((await school.ask('Léa', 'DELETE', 'notebook')).status).toBe(200);
    expect((await school.ask('Léa', 'DELETE', 'notebook')).status).toBe(200);
    expect([store.notebook(LESSON, 'Léa'), store.notebook(LESSON, 'Tom')]).toEqual([undefined, '{}']);
  });

  test('that is on its way when its author thinks better of it is not kept', async () => {
    const socket = connect(school.port, '127.0.0.1');
    socket.resume().on('error', () => {});
    socket.write(
      `PUT /tp/class/notebook HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${passOf('Léa')}\r\nContent-Length: 4\r\n\r\n{`,
    );
    await new Promise((passed) => setTimeout(passed, 100));
    await school.ask('Léa', 'DELETE', 'notebook');
    socket.end(' } ');
    await once(socket, 'close');
    expect(store.notebook(LESSON, 'Léa')).toBeUndefined();
  });

  test('is erased though the page that asked for it has gone before its turn', async () => {
    for (const who of ['Léa', 'Tom']) await school.ask(who, 'PUT', 'notebook', { body: '{}' });
    const notebook = store.notebook.bind(store);
    vi.spyOn(store, 'notebook').mockImplementation((lesson, seat) => {
      if (seat === 'Tom') for (const end = performance.now() + 100; performance.now() < end; );
      return notebook(lesson, seat);
    });
    await school.ask('Tom', 'GET', 'notebook'); // long enough for others to wait for their turn after it
    const socket = connect(school.port, '127.0.0.1');
    socket.write(
      `DELETE /tp/class/notebook HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${passOf('Léa')}\r\n\r\n`,
    );
    await new Promise((passed) => setTimeout(passed, 30));
    expect(notebook(LESSON, 'Léa')).toBe('{}');
    socket.destroy();
    await vi.waitFor(() => expect(notebook(LESSON, 'Léa')).toBeUndefined(), { timeout: 2_000 });
  });

  test('never takes the place of one that its browser has not seen', async () => {
    const put = (body: string, headers: Record<string, string>) =>
      school.ask('Léa', 'PUT', 'notebook', { body, headers });
    const first = { 'If-None-Match': '*' };
    expect((await put('one', { 'If-Match': '"x"' })).status).toBe(412);
    expect((await put('one', first)).status).toBe(200);
    expect((await put('two', first)).status).toBe(412);
    expect((await put('two', { 'If-Match': '"x", "y"' })).status).toBe(412);
    expect(store.notebook(LESSON, 'Léa')).toBe('one');
    const tag = (await school.ask('Léa', 'GET', 'notebook')).headers.get('ETag') ?? '';
    expect(tag).toBe(`"${sha256('one')}"`);
    expect((await put('two', { 'If-Match': `"x", ${tag}` })).status).toBe(200);
    expect(store.notebook(LESSON, 'Léa')).toBe('two');
    const asked = (seen: string) =>
      school.ask('Léa', 'GET', 'notebook', { headers: { 'If-None-Match': seen }, cache: 'no-store' });
    expect([(await asked(tag)).status, (await asked(`"x", "${sha256('two')}"`)).status]).toEqual([200, 304]);
  });

  test('has 4 MiB at most', async () => {
    const body = 'x'.repeat(4 * 2 ** 20);
    expect((await school.ask('Léa', 'PUT', 'notebook', { body })).status).toBe(200);
    expect((await school.ask('Léa', 'PUT', 'notebook', { body: `${body}x` })).status).toBe(413);
    expect(store.notebook(LESSON, 'Léa')).toBe(body);
  });
});

test('who asks and asks is refused soon, and nobody else waits for that', async () => {
  await school.handIn('Léa', 'k', 'x'.repeat(2 ** 20));
  const asked = Promise.all(Array.from({ length: 60 }, () => school.ask('Léa', 'GET', 'hand-in')));
  const other = await school.handIn('Tom', 'k', 'y');
  expect(other.status).toBe(200);
  const statuses = (await asked).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(30);
  expect(new Set(statuses)).toEqual(new Set([200, 503, 429]));
  now += 60_000;
  expect((await school.ask('Léa', 'GET', 'hand-in')).status).toBe(200);
});

const STUDENT_PATHS = [
  ['POST', 'hand-in'],
  ['GET', 'hand-in'],
  ['PUT', 'notebook'],
  ['GET', 'notebook'],
  ['DELETE', 'notebook'],
  ['DELETE', 'seat'],
] as const;
const TEACHER_PATHS = [
  ['GET', 'hand-ins'],
  ['GET', 'export.zip'],
  ['GET', 'export.csv'],
  ['GET', 'export.fr.csv'],
  ['GET', 'export.json'],
  ['DELETE', 'seats/Tom'],
  ['DELETE', 'lesson'],
] as const;

describe('rights:', () => {
  test.each([...STUDENT_PATHS, ...TEACHER_PATHS])('%s %s needs a secret', async (method, path) => {
    const response = await school.ask(undefined, method, path);
    expect([response.status, await response.json()]).toEqual([401, { code: 'BAD_CODE' }]);
    expect((await school.ask('Eve', method, path)).status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(store.seats(LESSON)).toHaveLength(2);
  });

  test.each(TEACHER_PATHS)('%s %s is not for students', async (method, path) => {
    await school.handIn('Tom', 'k', 'secret');
    const response = await school.ask('Léa', method, path);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('secret');
    expect(store.handIns(LESSON)).toHaveLength(1);
  });

  test.each(STUDENT_PATHS)('%s %s is not for the teacher', async (method, path) => {
    expect((await school.ask('teacher', method, path, { headers: { 'Idempotency-Key': 'k' } })).status).toBe(
      403,
    );
  });

  test('a page of another origin has none, and is not counted as a try', async () => {
    for (const origin of ['http://evil.test', 'null', `https://localhost:${school.port}`])
      for (const who of ['Léa', 'teacher', undefined]) {
        const response = await school.ask(who, 'GET', who === 'Léa' ? 'hand-in' : 'hand-ins', {
          headers: { origin },
        });
        expect(response.status).toBe(403);
      }
    const own = { headers: { origin: `http://localhost:${school.port}` } };
    expect((await school.ask('teacher', 'GET', 'hand-ins', own)).status).toBe(200);
  });

  test('wrong tries are limited by address; a right secret is not locked out by them', async () => {
    const statuses = [];
    for (let tries = 0; tries < 7; tries++)
      statuses.push((await school.ask('Eve', 'GET', 'hand-ins')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await school.ask('teacher', 'GET', 'hand-ins')).status).toBe(200);
    expect((await school.ask('Léa', 'GET', 'hand-in')).status).toBe(204);
    now += 12_000;
    expect((await school.ask('Eve', 'GET', 'hand-ins')).status).toBe(401);
  });

  test('a secret is no part of an address, and has one form', async () => {
    for (const authorization of [
      TEACHER,
      `Basic ${TEACHER}`,
      `Bearer ${TEACHER} x`,
      `Bearer ${'a'.repeat(300)}`,
    ])
      expect((await school.ask(undefined, 'GET', 'hand-ins', { headers: { authorization } })).status).toBe(
        401,
      );
    now += 60_000;
    expect((await school.ask(undefined, 'GET', `hand-ins?cle=${TEACHER}`)).status).toBe(401);
  });

  test('other methods are refused, other paths are no one’s, other names are not this server’s', async () => {
    const response = await school.ask('Léa', 'DELETE', 'hand-in');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, GET']);
    expect((await school.ask('Léa', 'GET', 'toString')).status).toBe(404);
    expect((await school.ask('Léa', 'POST', 'handin')).status).toBe(405);
    expect((await school.ask('Léa', 'HEAD', 'hand-ins')).status).toBe(403);
    expect((await school.ask('teacher', 'HEAD', 'hand-ins')).status).toBe(200);
    const elsewhere = await raw(
      'GET /tp/class/hand-in HTTP/1.1\r\nHost: evil.test',
      'Connection: close\r\n\r\n',
    );
    expect(elsewhere).toMatch(/^HTTP\/1\.1 4(?:00|21)/);
  });

  test('every answer has the guards of the server, and is kept by nobody', async () => {
    await school.handIn('Léa', 'k', 'x');
    for (const [who, path] of [
      ['Léa', 'hand-in'],
      ['Eve', 'hand-in'],
      ['teacher', 'hand-ins'],
      ['teacher', 'export.zip'],
    ] as const) {
      const { headers } = await school.ask(who, 'GET', path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    }
  });
});

describe('the teacher', () => {
  const ANSWERS = '## Introduction\n1. Étoile\n\n## Fernet\n10. C’est l’attaque de l’homme du milieu.\n';

  test('reads what each student has handed in last, question by question', async () => {
    expect(await (await school.ask('teacher', 'GET', 'hand-ins')).json()).toEqual({ handIns: [] });
    await school.handIn('Tom', 'k1', '1. first');
    await school.handIn('Léa', 'k1', 'Léa\n\n1. encore');
    await school.handIn('Tom', 'k2', ANSWERS);
    const { handIns } = await (await school.ask('teacher', 'GET', 'hand-ins')).json();
    expect(handIns).toEqual([
      { seat: 'Léa', pseudonym: 'Léa', at: now, answers: { 1: 'encore' }, unplaced: ['Léa'], beliefs: {} },
      {
        seat: 'Tom',
        pseudonym: 'Tom',
        at: now,
        answers: { 1: 'Étoile', 10: 'C’est l’attaque de l’homme du milieu.' },
        unplaced: [],
        beliefs: { 10: [expect.stringMatching(/^[a-z0-9-]+$/)] },
      },
    ]);
  });

  test('takes it along as files, as a table and as JSON', async () => {
    await school.handIn('Tom', 'k', ANSWERS);
    const types = { zip: 'application/zip', csv: 'text/csv', 'fr.csv': 'text/csv', json: 'application/json' };
    for (const [format, type] of Object.entries(types)) {
      const response = await school.ask('teacher', 'GET', `export.${format}`);
      expect([response.status, response.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="reponses.${format}"`,
      ]);
      expect(response.headers.get('content-type')).toContain(type);
      expect((await response.bytes()).length).toBeGreaterThan(100);
    }
  });

  test('erases a student, who is then nobody', async () => {
    await school.handIn('Tom', 'k', 'x');
    await school.handIn('Léa', 'k', 'x');
    expect((await school.ask('teacher', 'DELETE', 'seats/Tom')).status).toBe(200);
    expect((await school.ask('teacher', 'DELETE', 'seats/Tom')).status).toBe(404);
    expect((await school.ask('teacher', 'DELETE', 'seats/')).status).toBe(404);
    expect((await school.handIn('Tom', 'k2', 'x')).status).toBe(401);
    expect(store.handIns(LESSON).map(({ seat }) => seat)).toEqual(['Léa']);
  });

  test('erases the lesson', async () => {
    await school.handIn('Léa', 'k', 'x');
    expect(await (await school.ask('teacher', 'DELETE', 'lesson')).json()).toEqual({ erased: 2 });
    expect(store.lessons()).toEqual([]);
    expect((await school.handIn('Léa', 'k2', 'x')).status).toBe(401);
  });
});

test('a student erases all of the own, and nothing else', async () => {
  await school.handIn('Léa', 'k', 'x');
  await school.handIn('Tom', 'k', 'x');
  await school.ask('Léa', 'PUT', 'notebook', { body: '{}' });
  expect((await school.ask('Léa', 'DELETE', 'seat')).status).toBe(200);
  expect(store.seats(LESSON).map(({ id }) => id)).toEqual(['Tom']);
  expect(store.handIns(LESSON)).toHaveLength(1);
  expect((await school.ask('Léa', 'GET', 'hand-in')).status).toBe(401);
});

test('bodies that are begun and never ended make way for those that come', { timeout: 60_000 }, async () => {
  const many = await serveClass(
    new MemoryStore(),
    Array.from({ length: 40 }, (_, i) => `s${i}`),
    {},
  );
  const body = `{"sheet":"${'x'.repeat(1_900_000)}`;
  const stalled = Array.from({ length: 40 }, (_, i) => {
    const socket = connect(many.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `POST /tp/class/hand-in HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${passOf(`s${i}`)}\r\nIdempotency-Key: k\r\nContent-Length: 2000000\r\n\r\n${body}`,
    );
    return socket;
  });
  let cut = 0;
  for (const socket of stalled) socket.resume().once('close', () => (cut += 1));
  await vi.waitFor(() => expect(cut).toBeGreaterThan(3), { timeout: 30_000, interval: 100 });
  expect(cut).toBeLessThan(8);
  expect((await many.handIn('s39', 'new', 'enfin')).status).toBe(200);
  for (const socket of stalled) socket.destroy();
  many.stop();
});

test('answers that nobody takes are two of a seat at most, and make place again when they are over', async () => {
  const students = new StudentRequests({
    store,
    registry: school.registry,
    now: () => now,
    bodyWithin: 2_000,
  });
  await school.handIn('Léa', 'k1', 'hers');
  const request = new IncomingMessage(new Socket());
  const ask = (seat: string) => students.lastHandIn({ lesson: LESSON, seat, pseudonym: seat }, request);
  const [first] = [await ask('Léa'), await ask('Léa')];
  await expect(ask('Léa')).rejects.toThrow('BUSY');
  expect((await students.eraseNotebook({ lesson: LESSON, seat: 'Léa', pseudonym: 'Léa' })).status).toBe(200);
  expect((await ask('Tom')).status).toBe(204);
  first?.taken?.();
  expect((await ask('Léa')).status).toBe(200);
});
