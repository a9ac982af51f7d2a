// A hundred thousand frames of any kind from students and strangers: nothing falls, and nobody else is touched.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClassClient, type ClassUnderTest, startClass } from '../../test/class-in-process.ts';
import { RULE_ACTS } from '../mallory/rule.ts';
import { REFUSALS } from '../refusal.ts';
import { CLASS_REFUSALS } from './class-error.ts';
import { CHAIRS, STAGE_NAMES } from './wire.ts';

const RUNS = 500;
const FRAMES_A_RUN = 200;
/** between two frames: the attackers together stay under what one connection may send */
const PACE_MS = 25;

const TYPES = [
  ...['register', 'send_message', 'act'],
  ...['join', 'status', 'help', 'vote', 'teach', 'project', 'lead'],
] as const;
const ACTS = ['deliver', 'forward', 'drop', 'cancel', 'rule'] as const;
const ORDERS = [
  ...['stage', 'freeze', 'malice', 'note', 'move', 'ask', 'ask-again', 'tally', 'dismiss-vote', 'reveal'],
  ...['keep-notebooks', 'heed', 'erase-absent', 'door', 'end'],
] as const;

/** What an attacker knows: the own passes, and of others what can be seen. By name, since each class has its own. */
const KNOWN = ['$room', '$theirRoom', '$pass', '$otherPass', '$theirSeat', '$theirSeat.0'] as const;

const word = fc.oneof(
  fc.constantFrom(...KNOWN, ...CHAIRS, ...STAGE_NAMES, 'demo', '', '__proto__', 'gauche\u202e', 'gаuche'),
  fc.string({ maxLength: 70, unit: 'grapheme' }),
);
const number = fc.oneof(
  { arbitrary: fc.integer({ min: -1, max: 9 }), weight: 6 },
  { arbitrary: fc.double(), weight: 1 },
  { arbitrary: fc.maxSafeInteger(), weight: 1 },
);
const bytes = fc.record({ data: fc.base64String(), encoding: fc.constant('base64') });
const message = fc.oneof(word, bytes, fc.tuple(bytes, bytes), fc.array(bytes, { maxLength: 3 }));
const rule = fc.record(
  {
    act: fc.constantFrom(...RULE_ACTS),
    from: word,
    every: fc.integer({ min: 0, max: 3 }),
    seconds: number,
    times: number,
    as: word,
    offset: number,
    mask: fc.constantFrom('01', 'ff00ff', 'xyz'),
    for: fc.option(fc.record({ messages: number, seconds: number }, { requiredKeys: [] }), {
      nil: undefined,
    }),
  },
  { requiredKeys: ['act'] },
);
const order = fc.record(
  {
    do: fc.constantFrom(...ORDERS),
    room: word,
    stage: word,
    frozen: fc.boolean(),
    allowed: fc.boolean(),
    text: word,
    seat: word,
    chair: fc.constantFrom(...CHAIRS),
    question: number,
    options: number,
    key: word,
    kept: fc.boolean(),
  },
  { requiredKeys: ['do'] },
);

/** Every field that the wire knows, any of them left out, and now and then of another kind. */
const envelope = fc
  .tuple(
    fc.record(
      {
        type: fc.constantFrom(...TYPES),
        room: word,
        user: word,
        pass: word,
        resume: word,
        since: number,
        log: fc.boolean(),
        observe: fc.boolean(),
        operate: fc.boolean(),
        mallory: fc.boolean(),
        message,
        id: word,
        do: fc.constantFrom(...ACTS),
        of: number,
        seq: number,
        seqs: fc.array(number, { maxLength: 4 }),
        entry: number,
        to: fc.array(word, { maxLength: 3 }),
        seconds: number,
        times: number,
        rule: fc.option(rule),
        code: word,
        pseudonym: word,
        question: number,
        stage: word,
        wanted: fc.boolean(),
        option: number,
        secret: word,
        order,
      },
      { requiredKeys: ['type'] },
    ),
    fc.option(fc.tuple(fc.constantFrom('type', 'room', 'message', 'order', 'to', 'rule'), fc.jsonValue()), {
      freq: 8,
    }),
  )
  .map(([fields, other]) => JSON.stringify(other ? { ...fields, [other[0]]: other[1] } : fields));

const damaged = fc
  .tuple(envelope, fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 3, unit: 'binary' }))
  .map(([text, at, cut, put]) => {
    const place = at % text.length;
    return text.slice(0, place) + put + text.slice(place + cut);
  });

const frame = fc.oneof(
  { arbitrary: envelope, weight: 8 },
  { arbitrary: damaged, weight: 2 },
  { arbitrary: fc.json(), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary' }), weight: 1 },
);

/** Which of the attackers' lines says it. */
const said = fc.tuple(fc.nat({ max: 5 }), frame);

/** Two students of one room who want to be left alone, and two of another who do not leave them. */
function stage(school: ClassUnderTest) {
  const [ada, blaise, chloe, denis] = ['Ada', 'Blaise', 'Chloé', 'Denis'].map((name) => school.student(name));
  if (!ada || !blaise || !chloe || !denis) throw new Error();
  const enter = (who: typeof ada, extra: object = {}) => {
    const at = who.client.last('class')?.room;
    const client = school.connect();
    const seat = 'operate' in extra ? {} : { user: at?.chair };
    client.say({ type: 'register', room: at?.room, pass: who.pass, ...seat, ...extra });
    return client;
  };
  const gauche = enter(ada);
  const droite = enter(blaise);
  const desks = [chloe.client, denis.client];
  const seats = [enter(chloe, { log: true }), enter(denis), enter(denis, { operate: true })];
  const lines = [...desks, ...seats];
  const known: Readonly<Record<(typeof KNOWN)[number], string>> = {
    $room: chloe.client.last('class')?.room.room ?? '',
    $theirRoom: ada.client.last('class')?.room.room ?? '',
    $pass: chloe.pass,
    $otherPass: denis.pass,
    $theirSeat: ada.seat,
    '$theirSeat.0': `${ada.seat}.${'0'.repeat(32)}`,
  };
  return { gauche, droite, lines, known, own: [chloe.seat, denis.seat], passes: [ada.pass, blaise.pass] };
}

const CODES = new Set(Object.keys({ ...REFUSALS, ...CLASS_REFUSALS }));
const FOR_STUDENTS = new Set<string>([
  ...['registered', 'users', 'recv', 'log', 'sent', 'gap', 'seen', 'journal', 'refused', 'seated', 'class'],
]);

describe('a hundred thousand frames', () => {
  let frames = 0;
  const met = new Set<string>();

  function attack(script: readonly [number, string][]): void {
    const school = startClass();
    const { gauche, droite, lines, known, own, passes } = stage(school);
    lines.push(school.connect());
    const all: ClassClient[] = [...lines];
    const before = JSON.stringify(school.lesson.freeze());
    const sent: string[] = [];
    for (const [which, text] of script) {
      let line = lines[which];
      if (!line || line.closedWith() !== undefined) {
        line = school.connect();
        lines[which] = line;
        all.push(line);
      }
      line.sayText(text.replace(/\$\w+(\.0)?/g, (name) => known[name as keyof typeof known] ?? name));
      school.advance(PACE_MS);
      frames += 1;
      if (frames % 10 !== 0) continue;
      sent.push(`entre nous ${sent.length}`);
      gauche.say({ type: 'send_message', message: sent.at(-1) });
    }
    school.advance(300);

    expect(droite.take('recv').map(({ user, message }) => [user, message])).toEqual(
      sent.map((text) => ['gauche', text]),
    );
    expect(gauche.take('recv')).toEqual([]);
    expect([gauche.closedWith(), droite.closedWith(), school.teacher.closedWith()]).toEqual(
      Array(3).fill(undefined),
    );
    expect(JSON.stringify(school.lesson.freeze())).toBe(before);
    for (const line of all) {
      const heard = line.all();
      const types = heard.map(({ type }) => type);
      expect(types.filter((type) => !FOR_STUDENTS.has(type))).toEqual([]);
      for (const delivery of heard) {
        if (delivery.type === 'refused') met.add(delivery.code);
        else met.add(delivery.type);
        if (delivery.type === 'seated') expect(own).toContain(delivery.seat);
      }
      const told = JSON.stringify(heard);
      const { teacherSecret, projectorSecret, joinCode } = school.lesson;
      for (const secret of [...passes, teacherSecret, projectorSecret, joinCode, 'la phrase', 'entre nous'])
        expect(told).not.toContain(secret);
    }
  }

  test('none of them stops the relay, reaches another room, the lesson or a secret', {
    timeout: 180_000,
  }, () => {
    const script = fc.array(said, { minLength: FRAMES_A_RUN, maxLength: FRAMES_A_RUN });
    fc.assert(fc.property(script, attack), { numRuns: RUNS, endOnFailure: true });
    expect(frames).toBeGreaterThanOrEqual(100_000);
    expect([...met].filter((code) => CODES.has(code)).sort()).toEqual(
      expect.arrayContaining([
        ...[
          'ALREADY_REGISTERED',
          'BAD_CODE',
          'BAD_ENVELOPE',
          'BAD_NAME',
          'FORBIDDEN',
          'NOT_HELD',
          'NOT_SEEN',
        ],
        ...['NOT_REGISTERED', 'TOO_MANY_TRIES', 'NO_VOTE'],
      ]),
    );
    for (const type of ['registered', 'sent', 'seen', 'journal', 'recv', 'log', 'class'])
      expect(met).toContain(type);
  });
});
