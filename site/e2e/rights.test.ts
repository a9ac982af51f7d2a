// Every act of a teacher, tried over real connections by a student, the projector and whoever has no secret.
import { beforeAll, expect, test } from 'vitest';
import { EVERY_ORDER } from '../../test/every-order.ts';
import { chat, handIn, join, type LedClass, Line, type Student, startClass } from './led-class.ts';

let led: LedClass;
let ada: Student;
let bob: Student;
let teacher: Line;
beforeAll(async () => {
  led = await startClass();
  ada = await join(led, 'Ada');
  bob = await join(led, 'Bob');
  await handIn(led, bob, '# TP\n\n1. à lui\n');
  teacher = new Line(led.server);
  await teacher.say({ type: 'teach', secret: led.teacherSecret });
}, 300_000);

/** The lesson as its teacher sees it, but for when somebody last did something. */
async function lesson(): Promise<string> {
  const fresh = new Line(led.server);
  await fresh.say({ type: 'teach', secret: led.teacherSecret });
  const overview = await fresh.hear('overview', ({ rooms }) => rooms.some(({ seats }) => seats.length === 2));
  fresh.close();
  return JSON.stringify(overview, (key, value) => (key === 'activeAt' ? undefined : value));
}

async function projector(): Promise<Line> {
  const line = new Line(led.server);
  await line.say({ type: 'project', secret: led.projector.split('#cle=')[1] ?? '' });
  await line.hear('projection');
  return line;
}

const WRONG = '0123456789abcdef0123456789abcdef';

/** Each attempt has a connection of its own, so that a refusal is that of this attempt. */
async function refused(line: Line, frame: object): Promise<string> {
  await line.say({ ...frame });
  const { code } = await line.hear('refused');
  return code;
}

test.each(EVERY_ORDER.map((order) => [order.do, order] as const))(
  '%s is the teacher’s alone',
  async (_, order) => {
    const before = await lesson();
    const frame = { type: 'lead', order };
    const inRoom = await chat(led, ada);
    expect(await refused(new Line(led.server), frame)).toBe('FORBIDDEN');
    expect(await refused(ada.line, frame)).toBe('FORBIDDEN');
    expect(await refused(await projector(), frame)).toBe('FORBIDDEN');
    expect(await refused(inRoom, frame)).toBe('ALREADY_REGISTERED');
    inRoom.close();
    await inRoom.gone();
    expect(await lesson()).toBe(before);
  },
);

test('no pass, no wrong secret and not the projector’s own makes a teacher', async () => {
  const secrets = [WRONG, ada.pass.slice(0, 64), led.projector.split('#cle=')[1] ?? '', ''];
  for (const secret of secrets)
    expect(await refused(new Line(led.server), { type: 'teach', secret })).toBe('BAD_CODE');
});

test('a seat, a name and the server’s chair are their owner’s alone', async () => {
  const { room } = await ada.line.hear('class');
  const pairOf = { type: 'register', room: room.room, user: room.chair };
  const attempts = [
    pairOf,
    { ...pairOf, pass: bob.pass },
    { ...pairOf, pass: WRONG },
    { ...pairOf, pass: `${ada.seat}.${WRONG}` },
    { ...pairOf, resume: WRONG, since: 0 },
    { type: 'register', room: room.room, observe: true },
    { type: 'register', room: room.room, operate: true },
  ];
  for (const attempt of attempts) expect(await refused(new Line(led.server), attempt)).toBe('FORBIDDEN');
  // A guess at the teacher's secret is one whatever it is for: this address has made its five a minute.
  const guess = { type: 'register', room: room.room, operate: true, pass: WRONG };
  const answers: string[] = [];
  for (let i = 0; i < 3; i++) answers.push(await refused(new Line(led.server), guess));
  expect(answers.at(-1)).toBe('TOO_MANY_TRIES');
});

test.each([
  ['GET', 'hand-ins'],
  ['GET', 'export.csv'],
  ['GET', 'export.fr.csv'],
  ['GET', 'export.json'],
  ['GET', 'export.zip'],
  ['DELETE', 'seats/SEAT'],
  ['DELETE', 'lesson'],
])('%s %s is the teacher’s alone', async (method, path) => {
  const before = await lesson();
  const url = `${led.server.url}class/${path.replace('SEAT', bob.seat)}`;
  const ask = async (bearer: string | undefined) => {
    const headers = bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` };
    return (await fetch(url, { method, headers })).status;
  };
  expect(await ask(ada.pass)).toBe(403);
  const nobodys = await Promise.all([ask(undefined), ask(WRONG), ask(led.projector.split('#cle=')[1])]);
  for (const status of nobodys) expect([401, 429]).toContain(status);
  expect(await lesson()).toBe(before);
});
