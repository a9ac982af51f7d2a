// A class in one process: seats, rights, orders, votes, and what outlives a restart.
import { describe, expect, test } from 'vitest';
import { type ClassClient, type ClassUnderTest, startClass } from '../../test/class-in-process.ts';
import { EVERY_ORDER } from '../../test/every-order.ts';

const code = (client: ClassClient) => client.take('refused').at(-1)?.code;

/** Lets a student into a room on a connection of its own. */
function enter(school: ClassUnderTest, who: { client: ClassClient; pass: string }, extra: object = {}) {
  const room = who.client.last('class')?.room;
  const client = school.connect();
  client.say({ type: 'register', room: room?.room, user: room?.chair, pass: who.pass, ...extra });
  return client;
}

describe('seats', () => {
  test('two make a pair, a third sits with them, and leaves with a fourth', () => {
    const school = startClass();
    const [a, b, c] = ['Ada', 'Blaise', 'Chloé'].map((name) => school.student(name).client);
    if (!a || !b || !c) throw new Error();
    expect([a, b, c].map(school.place)).toEqual(['1 gauche', '1 droite', '1 serveur']);
    const d = school.student('Denis').client;
    expect([a, b, c, d].map(school.place)).toEqual(['1 gauche', '1 droite', '2 gauche', '2 droite']);
    expect(d.last('class')?.room.others).toEqual([{ pseudonym: 'Chloé', chair: 'gauche', present: true }]);
  });

  test('two who come in the same instant make a pair, as two who come one after the other', () => {
    const school = startClass();
    for (const name of ['Ada', 'Blaise', 'Chloé', 'Denis']) school.student(name);
    school.advance(20_000);
    const [e, f] = ['Eve', 'Fanny'].map((pseudonym) => {
      const client = school.connect();
      client.say({ type: 'join', code: school.lesson.joinCode, pseudonym });
      return client;
    });
    if (!e || !f) throw new Error();
    school.advance(300);
    expect([e, f].map(school.place)).toEqual(['3 gauche', '3 droite']);
  });

  test('a page that comes back with its pass has its seat; one with a foreign or broken pass has none', () => {
    const school = startClass();
    const { client, pass, seat } = school.student('Ada');
    client.leave(false);
    const again = school.connect();
    again.say({ type: 'join', pass });
    school.advance(300);
    expect(again.last('seated')).toMatchObject({ seat, pseudonym: 'Ada', pass });
    for (const wrong of [`${seat}.`, `${seat}.${'0'.repeat(32)}`, 'nobody.x', '', seat]) {
      const thief = school.connect();
      thief.say({ type: 'join', pass: wrong });
      school.advance(300);
      expect(code(thief)).toBe('BAD_CODE');
      expect(thief.last('seated')).toBeUndefined();
    }
  });

  test('whoever is gone before the answer has taken no pseudonym', () => {
    const school = startClass();
    const lost = school.connect();
    lost.say({ type: 'join', code: school.lesson.joinCode, pseudonym: 'Ada' });
    lost.leave(false);
    school.advance(300);
    expect(school.lesson.roster.seats.size).toBe(0);
    expect(school.student('Ada').client.last('seated')).toBeDefined();
  });

  test.each([
    ['Zoé', 'zoe'],
    ['Zoé', 'Zоé'], // a Cyrillic o
    ['Ali', 'ALI'],
    ['AII', 'All'],
    ['Marie', 'Ma rie'],
    ['mo', 'rno'],
  ])('%s and %s look alike', (first, second) => {
    const school = startClass();
    school.student(first);
    const other = school.connect();
    other.say({ type: 'join', code: school.lesson.joinCode, pseudonym: second });
    expect(code(other)).toBe('PSEUDONYM_TAKEN');
  });

  test.each([
    '',
    ' ',
    'gauche',
    'Professeur',
    'ѕerveur',
    '<b>x</b>',
    'a\nb',
    'a\u202eb',
    'x'.repeat(25),
    '\u3164',
    'Ana\u115f',
    'Le prof',
    'M. le professeur',
    'Mme Prof',
    'Professeur2',
    'teachers',
    'Maître',
    `x${'\u0323\u0332\u0331'}`,
    '=1+1',
  ])('%j is no pseudonym', (pseudonym) => {
    const school = startClass();
    const client = school.connect();
    client.say({ type: 'join', code: school.lesson.joinCode, pseudonym });
    expect(code(client)).toBe('BAD_PSEUDONYM');
  });

  test.each(['Zoé', 'Nguyễn', 'Ilyès 2', 'Profondeur', 'Adroite', 'Zoé-Lou', 'ירושלים'])(
    '%j is one',
    (pseudonym) => {
      const school = startClass();
      const { client } = school.student(pseudonym);
      expect(client.last('seated')?.pseudonym).toBe(pseudonym);
    },
  );

  test('whoever would stay alone when somebody is erased gets the third of another room', () => {
    const school = startClass();
    const [a, b, c, d, e] = ['Ada', 'Blaise', 'Chloé', 'Denis', 'Eve'].map((name) => school.student(name));
    if (!a || !b || !c || !d || !e) throw new Error();
    expect(school.place(e.client)).toMatch(/serveur/);
    school.desk.erased(d.seat);
    school.advance(300);
    expect(school.place(c.client)).toBe('2 gauche');
    expect(school.place(e.client)).toBe('2 droite');
    school.student('Fanny');
    school.desk.erased(a.seat);
    school.advance(300);
    const alone = [b, c, e].filter(({ client }) => client.last('class')?.room.others.length === 0);
    expect(alone).toEqual([]);
    school.advance(300);
    expect(school.kept.seats.get(e.seat)).toMatchObject({ chair: e.client.last('class')?.room.chair });
  });

  test('whoever is left by a third is told so: for somebody new, or for one who would stay alone', () => {
    const school = startClass();
    const [a, , c] = ['Ada', 'Blaise', 'Chloé'].map((name) => school.student(name));
    if (!a || !c) throw new Error();
    const neighbours = () => a.client.last('class')?.room.others.map(({ pseudonym }) => pseudonym);
    expect(neighbours()).toEqual(['Blaise', 'Chloé']);
    const d = school.student('Denis');
    expect(neighbours()).toEqual(['Blaise']);
    const e = school.student('Eve');
    expect(neighbours()).toEqual(['Blaise', 'Eve']);
    school.desk.erased(d.seat);
    school.advance(300);
    expect(neighbours()).toEqual(['Blaise']);
    expect([c, e].map(({ client }) => school.place(client))).toEqual(['2 gauche', '2 droite']);
  });

  test('the door closes for the new ones alone', () => {
    const school = startClass();
    const a = school.student('Ada');
    school.order({ do: 'door', open: false });
    const late = school.connect();
    late.say({ type: 'join', code: school.lesson.joinCode, pseudonym: 'Blaise' });
    expect(code(late)).toBe('CLASS_CLOSED');
    a.client.leave(false);
    const again = startClass(school.kept);
    const back = again.connect();
    back.say({ type: 'join', pass: a.pass });
    again.advance(300);
    expect(back.last('class')?.class.isClosed).toBe(true);
    again.order({ do: 'door', open: true });
    expect(again.student('Blaise').seat).toBeDefined();
  });

  test('the teacher moves anyone, who change places with whoever sits there', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    const inRoom = enter(school, a);
    school.order({ do: 'move', seat: a.seat, room: b.client.last('class')?.room.room, chair: 'droite' });
    expect([a.client, b.client].map(school.place)).toEqual(['1 droite', '1 gauche']);
    expect(inRoom.closedWith()).toBe(4002);
    school.order({ do: 'move', seat: b.seat, room: undefined, chair: 'serveur' });
    expect([a.client, b.client].map(school.place)).toEqual(['1 droite', '2 serveur']);
  });
});

describe('rooms', () => {
  test('open to those who sit in them, and are refused alike whether they exist or not', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    const c = school.student('Chloé');
    school.student('Denis');
    const room = a.client.last('class')?.room.room;
    const refused = (frame: object) => {
      const client = school.connect();
      client.say(frame);
      return client.take('refused').map(({ code, reason }) => `${code} ${reason}`);
    };
    const nothing = refused({ type: 'register', room: 'demo', user: 'gauche' });
    expect(nothing).toHaveLength(1);
    for (const frame of [
      { type: 'register', room, user: 'gauche' },
      { type: 'register', room, user: 'droite', pass: a.pass },
      { type: 'register', room, user: 'Ada', pass: a.pass },
      { type: 'register', room, user: 'gauche', pass: c.pass },
      { type: 'register', room, observe: true },
      { type: 'register', room, observe: true, pass: b.pass },
      { type: 'register', room, operate: true },
      { type: 'register', room, operate: true, pass: c.pass },
      { type: 'register', room: 'demo', user: 'gauche', pass: a.pass },
    ])
      expect(refused(frame)).toEqual(nothing);
    expect(enter(school, a).last('registered')).toMatchObject({ room, user: 'gauche' });
  });

  test('a newer page of the same seat takes the place of the older one', () => {
    const school = startClass();
    const a = school.student('Ada');
    const first = enter(school, a);
    const second = enter(school, a);
    expect(second.last('registered')).toBeDefined();
    expect(first.closedWith()).toBe(4001);
  });

  test('the teacher takes the server’s chair from a student, and gives it to nobody', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    const room = a.client.last('class')?.room.room;
    const operate = (pass: string) => {
      const client = school.connect();
      client.say({ type: 'register', operate: true, room, pass });
      return client;
    };
    const student = operate(a.pass);
    expect(student.last('registered')).toBeDefined();
    expect(code(operate(b.pass))).toBe('SEAT_TAKEN');
    const teacher = operate(school.lesson.teacherSecret);
    expect(teacher.last('registered')).toBeDefined();
    expect(student.closedWith()).toBe(4001);
    expect(code(operate(b.pass))).toBe('SEAT_TAKEN');
    school.advance(300);
    expect(school.teacher.last('overview')?.rooms[0]?.operator).toBe('teacher');
    school.order({ do: 'malice', room: undefined, allowed: false });
    expect(teacher.closedWith()).toBeUndefined();
    teacher.leave(true);
    expect(code(operate(b.pass))).toBe('FORBIDDEN');
  });

  test('the server’s chair of a trio is the third’s, who takes it from a neighbour and not from the teacher', () => {
    const school = startClass();
    const [a, , c] = ['Ada', 'Blaise', 'Chloé'].map((name) => school.student(name));
    if (!a || !c) throw new Error();
    const room = c.client.last('class')?.room.room;
    const operate = (pass: string) => {
      const client = school.connect();
      client.say({ type: 'register', operate: true, room, pass });
      return client;
    };
    const neighbour = operate(a.pass);
    expect(neighbour.last('registered')).toBeDefined();
    const third = operate(c.pass);
    expect(third.last('registered')).toBeDefined();
    expect(neighbour.closedWith()).toBe(4001);
    expect(code(operate(a.pass))).toBe('SEAT_TAKEN');
    expect(operate(school.lesson.teacherSecret).last('registered')).toBeDefined();
    expect(code(operate(c.pass))).toBe('SEAT_TAKEN');
  });

  test('forbidding malice takes the server’s chair from a student', () => {
    const school = startClass();
    const a = school.student('Ada');
    const chair = school.connect();
    chair.say({ type: 'register', operate: true, room: a.client.last('class')?.room.room, pass: a.pass });
    school.order({ do: 'malice', room: undefined, allowed: false });
    expect(chair.closedWith()).toBe(4002);
  });

  test('forbidding malice empties the server’s chair at once, though its line is cut and the seat kept', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    const room = a.client.last('class')?.room.room;
    const gauche = enter(school, a);
    const droite = enter(school, b);
    const operator = () => school.teacher.last('overview')?.rooms[0]?.operator;
    const sit = (extra: object = {}) => {
      const chair = school.connect();
      chair.say({ type: 'register', operate: true, room, pass: a.pass, ...extra });
      return chair;
    };
    const chair = sit();
    chair.say({ type: 'act', do: 'rule', rule: { act: 'drop' } });
    chair.leave(false);
    gauche.say({ type: 'send_message', message: 'perdu' });
    school.advance(300);
    expect(operator()).toBe('student');
    school.order({ do: 'malice', room, allowed: false });
    gauche.say({ type: 'send_message', message: 'arrivé' });
    expect(droite.take('recv').map(({ message }) => message)).toEqual(['arrivé']);
    expect(operator()).toBe('none');
    expect(code(sit({ resume: chair.last('registered')?.resume }))).toBe('FORBIDDEN');
  });

  test('a server’s chair is told to be free when nobody has come back to it', () => {
    const school = startClass();
    const a = school.student('Ada');
    const chair = school.connect();
    const room = a.client.last('class')?.room.room;
    chair.say({ type: 'register', operate: true, room, pass: a.pass });
    chair.leave(false);
    school.advance(29_000);
    school.teacher.take('overview');
    school.advance(2_000);
    expect(school.teacher.last('overview')?.rooms[0]?.operator).toBe('none');
  });

  test('a frozen room carries nothing, and says so to its sender alone', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    const gauche = enter(school, a);
    const droite = enter(school, b);
    school.order({ do: 'freeze', room: a.client.last('class')?.room.room, frozen: true });
    gauche.say({ type: 'send_message', message: 'salut', id: 'x' });
    expect(gauche.take('refused')).toMatchObject([{ code: 'FROZEN', id: 'x' }]);
    expect(droite.take('recv')).toEqual([]);
    school.order({ do: 'freeze', room: undefined, frozen: false });
    gauche.say({ type: 'send_message', message: 'salut' });
    expect(droite.take('recv')).toHaveLength(1);
  });
});

test('a frozen room hears no operator either', () => {
  const school = startClass();
  const a = school.student('Ada');
  const b = school.student('Blaise');
  const room = a.client.last('class')?.room.room;
  const droite = enter(school, b);
  const chair = school.connect();
  chair.say({ type: 'register', operate: true, room, pass: a.pass });
  const invention = { type: 'act', do: 'deliver', user: 'gauche', message: 'inventé', to: ['droite'] };
  chair.say(invention);
  expect(droite.take('recv')).toHaveLength(1);
  school.order({ do: 'freeze', room, frozen: true });
  chair.say(invention);
  expect(code(chair)).toBe('FROZEN');
  expect(droite.take('recv')).toEqual([]);
});

describe('a room that is frozen while its relay is malicious', () => {
  /** Both peers, and gauche's own page in the server's chair. */
  function corrupted(school: ClassUnderTest) {
    const a = school.student('Ada');
    const b = school.student('Blaise');
    const room = a.client.last('class')?.room.room;
    const gauche = enter(school, a);
    const droite = enter(school, b);
    const chair = school.connect();
    chair.say({ type: 'register', operate: true, room, pass: a.pass });
    const act = (words: object) => chair.say({ type: 'act', ...words });
    const say = (message: string) => gauche.say({ type: 'send_message', message });
    const heard = () => droite.take('recv').map(({ message }) => message);
    const freeze = (frozen: boolean) => school.order({ do: 'freeze', room, frozen });
    return { b, room, droite, chair, act, say, heard, freeze };
  }

  test('delivers no copy that comes due, and delivers them all when it moves on', () => {
    const school = startClass();
    const { act, say, heard, freeze } = corrupted(school);
    say('un');
    act({ do: 'deliver', of: 1, message: 'tard', seconds: 3, times: 2 });
    act({ do: 'deliver', of: 1, message: 'tôt', seconds: 2, times: 20 });
    expect(heard()).toEqual(['un']);
    freeze(true);
    school.advance(8_000);
    expect(heard()).toEqual([]);
    freeze(false);
    expect(heard()).toEqual(['tôt', 'tard', 'tôt', 'tard', 'tôt', 'tôt']);
    school.advance(32_000);
    expect(heard()).toHaveLength(16);
  });

  test('lets nothing go that was held or delayed, though its rule ends or its operator goes', () => {
    const school = startClass();
    const { act, say, heard, freeze, chair } = corrupted(school);
    act({ do: 'rule', rule: { act: 'delay', seconds: 30 } });
    say('retardé');
    act({ do: 'rule', rule: { act: 'swap', for: { seconds: 5 } } });
    say('échangé');
    freeze(true);
    school.advance(10_000);
    chair.leave(true);
    school.advance(60_000);
    expect(heard()).toEqual([]);
    freeze(false);
    expect(heard()).toEqual(['échangé', 'retardé']);
  });

  test('forgets the copies of a malice that is forbidden meanwhile, and loses no message', () => {
    const school = startClass();
    const { room, act, say, heard, freeze } = corrupted(school);
    act({ do: 'rule', rule: { act: 'hold' } });
    say('retenu');
    act({ do: 'deliver', user: 'gauche', message: 'inventé', seconds: 1, times: 5 });
    freeze(true);
    school.advance(3_000);
    school.order({ do: 'malice', room, allowed: false });
    freeze(false);
    school.advance(60_000);
    expect(heard()).toEqual(['retenu']);
  });

  test('keeps what a peer missed until it moves on, before all that waits', () => {
    const school = startClass();
    const { b, room, act, say, droite, freeze } = corrupted(school);
    const { resume } = droite.last('registered') ?? {};
    say('un');
    droite.leave(false);
    say('manqué');
    act({ do: 'deliver', user: 'gauche', message: 'en retard', seconds: 1 });
    freeze(true);
    const back = school.connect();
    back.say({ type: 'register', room, user: 'droite', pass: b.pass, resume, since: 1 });
    school.advance(5_000);
    expect(back.take('recv')).toEqual([]);
    freeze(false);
    expect(back.take('recv').map(({ message }) => message)).toEqual(['manqué', 'en retard']);
  });
});

describe('rights', () => {
  test.each(EVERY_ORDER.map((order) => [order.do, order] as const))(
    '%s is the teacher’s alone',
    (_, order) => {
      const school = startClass();
      const { client } = school.student('Ada');
      const stranger = school.connect();
      const projector = school.connect();
      projector.say({ type: 'project', secret: school.lesson.projectorSecret });
      const before = JSON.stringify(school.lesson.freeze());
      for (const each of [client, stranger, projector]) {
        each.say({ type: 'lead', order });
        expect(code(each)).toBe('FORBIDDEN');
      }
      expect(JSON.stringify(school.lesson.freeze())).toBe(before);
      expect(school.lesson.ended).toBe(false);
    },
  );

  test('who guesses a secret too often is cut off, and locks nobody out who has it', () => {
    const school = startClass();
    const guess = (secret: string, address: string) => {
      const client = school.connect(address);
      client.say({ type: 'teach', secret });
      return client.last('overview') ? 'in' : [code(client), client.closedWith()];
    };
    for (let tries = 0; tries < 5; tries += 1) expect(guess('wrong', 'a')).toEqual(['BAD_CODE', undefined]);
    expect(guess('wrong', 'a')).toEqual(['TOO_MANY_TRIES', 1008]);
    expect(guess(school.lesson.projectorSecret, 'b')).toEqual(['BAD_CODE', undefined]);
    expect(guess(school.lesson.teacherSecret, 'a')).toBe('in');
    school.advance(60_000);
    expect(guess('wrong', 'a')).toEqual(['BAD_CODE', undefined]);
  });

  test('no student is told a secret, a code, or what another voted', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    school.order({ do: 'ask', question: 7, options: 3 });
    a.client.say({ type: 'vote', option: 2 });
    school.advance(300);
    const told = JSON.stringify([...b.client.take('class'), ...b.client.take('seated')]);
    for (const secret of [
      school.lesson.joinCode,
      school.lesson.teacherSecret,
      school.lesson.projectorSecret,
      'la phrase',
      a.pass,
    ])
      expect(told).not.toContain(secret);
    expect(told).not.toContain('"tally":[');
  });
});

describe('orders', () => {
  test('a stage is set for one room or all, and counted', () => {
    const school = startClass();
    const a = school.student('Ada');
    school.student('Blaise');
    school.order({ do: 'stage', room: a.client.last('class')?.room.room, stage: 'hazmat' });
    expect(a.client.last('class')?.room).toMatchObject({ stage: 'hazmat', ordered: 1 });
    school.order({ do: 'stage', room: undefined, stage: 'fernet' });
    expect(a.client.last('class')?.room).toMatchObject({ stage: 'fernet', ordered: 2 });
    school.order({ do: 'stage', room: 'elsewhere', stage: 'fernet' });
    expect(code(school.teacher)).toBe('NO_SUCH_SEAT');
  });

  test('a vote: hidden, shown, and once more', () => {
    const school = startClass();
    const a = school.student('Ada').client;
    const b = school.student('Blaise').client;
    const votes = () => a.last('class')?.class.vote;
    a.say({ type: 'vote', option: 0 });
    expect(code(a)).toBe('NO_VOTE');
    school.order({ do: 'ask', question: 7, options: 3 });
    a.say({ type: 'vote', option: 0 });
    a.say({ type: 'vote', option: 2 });
    b.say({ type: 'vote', option: 2 });
    a.say({ type: 'vote', option: 3 });
    expect(code(a)).toBe('NO_VOTE');
    school.advance(300);
    expect(school.teacher.last('overview')?.class.vote?.rounds).toEqual([{ votes: 2 }]);
    school.order({ do: 'ask-again' });
    expect(code(school.teacher)).toBe('NO_VOTE');
    school.order({ do: 'tally' });
    expect(votes()).toMatchObject({ rounds: [{ votes: 2, tally: [0, 0, 2] }], mine: [2] });
    b.say({ type: 'vote', option: 1 });
    expect(code(b)).toBe('NO_VOTE');
    school.order({ do: 'ask-again' });
    expect(votes()?.mine).toEqual([2, null]);
    b.say({ type: 'vote', option: 1 });
    school.order({ do: 'tally' });
    expect(votes()?.rounds.map(({ tally }) => tally)).toEqual([
      [0, 0, 2],
      [0, 1, 0],
    ]);
    school.order({ do: 'dismiss-vote' });
    expect(votes()).toBeUndefined();
  });

  test('what changes again and again is told a student once in a moment', () => {
    const school = startClass();
    const { client } = school.student('Ada');
    school.order({ do: 'ask', question: 7, options: 3 });
    school.advance(300);
    client.take('class');
    for (let i = 0; i < 200; i++) {
      client.say({ type: 'vote', option: i % 3 });
      school.advance(1);
    }
    school.advance(300);
    expect(client.take('class').length).toBeLessThanOrEqual(5);
  });

  test('a vote is over with the lesson', () => {
    const school = startClass();
    const a = school.student('Ada').client;
    school.order({ do: 'ask', question: 7, options: 3 });
    school.order({ do: 'end' });
    a.say({ type: 'vote', option: 0 });
    expect(code(a)).toBe('NO_VOTE');
  });

  test('the projector sees every room’s lines and moments, and no pseudonym', () => {
    const school = startClass();
    const a = school.student('Ada');
    const gauche = enter(school, a);
    gauche.say({ type: 'send_message', message: 'rdv 14h' });
    school.order({ do: 'stage', room: undefined, stage: 'fernet' });
    const projector = school.connect();
    projector.say({ type: 'project', secret: school.lesson.projectorSecret });
    const texts = projector
      .last('room_log')
      ?.logs.flatMap(({ room, lines }) => lines.map(({ text }) => `${room} ${text}`));
    expect(texts).toContain('1 gauche send message : rdv 14h');
    expect(projector.last('projection')?.marks).toMatchObject([
      { room: 1, after: 3, what: 'fernet', everywhere: true },
    ]);
    gauche.say({ type: 'send_message', message: `encore ${'A'.repeat(60_000)}` });
    school.advance(300);
    const told = JSON.stringify([...projector.take('room_log'), ...projector.take('projection')]);
    expect(told).toContain('encore');
    expect(told.length).toBeLessThan(10_000);
    expect(told).not.toContain('Ada');
    expect(told).not.toContain(school.lesson.joinCode);
  });

  test('the end closes all rooms, and takes nobody in any more', () => {
    const school = startClass();
    const a = school.student('Ada');
    const gauche = enter(school, a);
    school.order({ do: 'end' });
    expect(gauche.closedWith()).toBe(4002);
    expect(a.client.last('class')?.class.ended).toBe(true);
    expect(code(enter(school, a))).toBe('FORBIDDEN');
    const late = school.connect();
    late.say({ type: 'join', code: school.lesson.joinCode, pseudonym: 'Blaise' });
    expect(code(late)).toBe('LESSON_ENDED');
    expect(school.kept.ended).toBe(true);
  });
});

describe('a restart', () => {
  test('keeps secrets, seats, rooms, orders and votes', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    school.student('Chloé');
    school.order({ do: 'stage', room: undefined, stage: 'fernet' });
    school.order({ do: 'reveal', question: 7, key: 'k' });
    school.order({ do: 'ask', question: 7, options: 3 });
    a.client.say({ type: 'vote', option: 1 });
    school.advance(300);
    const before = a.client.last('class');

    const after = startClass(school.kept);
    expect(after.lesson.teacherSecret).toBe(school.lesson.teacherSecret);
    expect(after.lesson.joinCode).toBe(school.lesson.joinCode);
    for (const { pass } of [b, a]) {
      const client = after.connect();
      client.say({ type: 'join', pass });
      after.advance(300);
      if (pass === a.pass) {
        expect(client.last('class')?.class).toEqual(before?.class);
        expect(client.last('class')?.room).toMatchObject({ chair: 'gauche', stage: 'fernet', ordered: 1 });
        const room = enter(after, { client, pass });
        expect(room.last('registered')).toBeDefined();
      }
    }
    expect(after.lesson.roster.seats.size).toBe(3);
  });

  test('a disk that is full stops nobody, is told, and is tried again', () => {
    const school = startClass();
    school.kept.fault = new Error('full');
    const a = school.student('Ada');
    school.advance(300);
    expect(school.teacher.last('overview')?.kept).toBe(false);
    school.kept.fault = undefined;
    school.advance(6_000);
    expect(school.kept.seats.get(a.seat)?.pseudonym).toBe('Ada');
    school.student('Blaise');
    school.advance(300);
    expect(school.teacher.last('overview')?.kept).toBe(true);
  });
});

test('whoever is erased is sent away, and the pseudonym is free', () => {
  const school = startClass();
  const a = school.student('Ada');
  const gauche = enter(school, a);
  school.desk.erased(a.seat);
  expect(gauche.closedWith()).toBe(4002);
  expect(code(a.client)).toBe('NO_SUCH_SEAT');
  a.client.say({ type: 'help', wanted: true });
  expect(code(a.client)).toBe('FORBIDDEN');
  expect(school.student('Ada').seat).not.toBe(a.seat);
});

test('with whoever is erased goes what was voted', () => {
  const school = startClass();
  const a = school.student('Ada');
  const b = school.student('Blaise');
  school.order({ do: 'ask', question: 7, options: 2 });
  for (const { client } of [a, b]) client.say({ type: 'vote', option: 1 });
  school.desk.erased(a.seat);
  school.advance(300);
  expect(JSON.stringify(school.kept.lesson)).not.toContain(a.seat);
  school.order({ do: 'tally' });
  expect(b.client.last('class')?.class.vote?.rounds[0]?.tally).toEqual([0, 1]);
});

test('what is erased of a lesson that is over is not written again; one that goes on is', () => {
  const over = startClass();
  over.student('Ada');
  over.order({ do: 'end' });
  over.kept.lesson = undefined; // as the store has erased it
  over.desk.erased(undefined);
  over.advance(10_000);
  over.desk.close();
  expect(over.kept.lesson).toBeUndefined();

  const going = startClass();
  going.student('Ada');
  going.kept.lesson = undefined;
  going.desk.erased(undefined);
  going.advance(300);
  expect(JSON.stringify(going.kept)).toContain(going.lesson.joinCode);
});

describe('names without students', () => {
  /** Takes seats for names, says a word on each, and goes. */
  const fill = (
    school: ClassUnderTest,
    names: number,
    address = (i: number) => `a${i % 100}`,
    word: object = { type: 'status', question: 1 },
  ) => {
    const last = school.lesson.roster.seats.size + names;
    for (let i = school.lesson.roster.seats.size; i < last; i++) {
      const client = school.connect(address(i));
      const pseudonym = `nom ${i} ${'abcdefghij'[i % 10]}`;
      client.say({ type: 'join', code: school.lesson.joinCode, pseudonym });
      school.advance(60);
      client.say(word);
      client.leave(false);
    }
  };

  test('take nobody in’s place either when each of them has voted: only what is handed in or kept holds a seat', () => {
    const school = startClass();
    school.order({ do: 'ask', question: 1, options: 3 });
    const [early, noted] = [school.student('Ada'), school.student('Noé')];
    school.desk.handedIn(early.seat, 1);
    school.desk.keptNotebook(noted.seat);
    for (const { client } of [early, noted]) client.leave(false);
    fill(school, 998, undefined, { type: 'vote', option: 1 });
    expect(school.lesson.roster.isFull()).toBe(true);
    for (const name of ['Blaise', 'Zoé', 'Emmy']) expect(school.student(name).seat).toBeDefined();
    for (const { pass, seat } of [early, noted]) expect(school.lesson.seatOf(pass)?.id).toBe(seat);
  }, 60_000);

  test('that call are erased with the others: a call leaves nothing', () => {
    const school = startClass();
    fill(school, 3, undefined, { type: 'help', wanted: true });
    school.advance(60_000);
    school.order({ do: 'erase-absent' });
    expect(school.lesson.roster.seats.size).toBe(0);
  });

  test('one address takes so many seats, and then only in place of its own', () => {
    const school = startClass(undefined, 5);
    school.order({ do: 'ask', question: 1, options: 3 });
    const elsewhere = school.student('Ada', 'a');
    fill(school, 5, () => 'b', { type: 'vote', option: 1 });
    elsewhere.client.leave(false);
    school.advance(60_000);
    const there = ['Zoé', 'Emmy', 'Noé', 'Léa', 'Tom'].map((name) => {
      school.advance(60_000);
      return school.student(name, 'b');
    });
    expect(school.lesson.roster.seats.size).toBe(6);
    school.advance(60_000);
    const refused = school.connect('b');
    refused.say({ type: 'join', code: school.lesson.joinCode, pseudonym: 'Blaise' });
    expect(refused.last('refused')?.code).toBe('CLASS_FULL');
    for (const { pass, seat } of [elsewhere, ...there]) expect(school.lesson.seatOf(pass)?.id).toBe(seat);
    expect(school.student('Blaise', 'c').seat).toBeDefined();
  });

  test('that are gone before they are seated are erased together', () => {
    const school = startClass();
    const erased: number[] = [];
    const erase = school.kept.eraseSeats.bind(school.kept);
    school.kept.eraseSeats = (ids) => {
      erased.push(ids.length);
      erase(ids);
    };
    for (let i = 0; i < 30; i++) {
      const client = school.connect(`a${i}`);
      client.say({
        type: 'join',
        code: school.lesson.joinCode,
        pseudonym: `nom ${'abcdefghij'[i % 10]} ${i}`,
      });
      client.leave(false);
    }
    school.advance(300);
    expect(erased).toEqual([30]);
    expect([school.lesson.roster.seats.size, school.kept.seats.size]).toEqual([0, 0]);
  });

  test('a class that is full of them still takes students in, and those who did something keep their seats', () => {
    const school = startClass();
    school.order({ do: 'ask', question: 1, options: 3 });
    const early = school.student('Ada');
    early.client.say({ type: 'vote', option: 1 });
    early.client.leave(false);
    fill(school, 999);
    expect(school.lesson.roster.isFull()).toBe(true);
    const late = school.student('Blaise');
    expect(school.lesson.roster.seats.has(late.seat)).toBe(true);
    late.client.say({ type: 'vote', option: 1 });
    late.client.leave(false);
    expect(school.student('Zoé').seat).toBeDefined();
    for (const { pass, seat } of [early, late]) expect(school.lesson.seatOf(pass)?.id).toBe(seat);
  }, 60_000);

  test('one address leaves forty of them at most, and whoever came before them keeps the seat', () => {
    const school = startClass();
    const idle = school.student('Ada', 'b');
    idle.client.leave(false);
    fill(school, 100, () => 'b');
    expect(school.lesson.roster.seats.size).toBe(40);
    expect(school.lesson.seatOf(idle.pass)?.id).toBe(idle.seat);
  });

  test('whoever came before them keeps the seat, however fast they come and long one was away', () => {
    for (const pause of [0, 400, 900]) {
      const school = startClass();
      const idle = school.student('Ada', 'b');
      idle.client.leave(false);
      school.advance(20_000);
      for (let i = 0; i < 60; i++) {
        fill(school, 1, () => 'b');
        school.advance(pause);
      }
      expect([pause, school.lesson.seatOf(idle.pass)?.id]).toEqual([pause, idle.seat]);
    }
  });

  test('none is given away for whoever is not let in', () => {
    const school = startClass();
    fill(school, 40, () => 'b');
    const refused = (pseudonym: string) => {
      const client = school.connect('b');
      client.say({ type: 'join', code: school.lesson.joinCode, pseudonym });
      school.advance(300);
      return [code(client), school.lesson.roster.seats.size, school.kept.seats.size];
    };
    expect(refused('Professeur')).toEqual(['BAD_PSEUDONYM', 40, 40]);
    expect(refused('nom 3 d')).toEqual(['PSEUDONYM_TAKEN', 40, 40]);
    school.order({ do: 'door', open: false });
    expect(refused('Ada')).toEqual(['CLASS_CLOSED', 40, 40]);
    school.order({ do: 'end' });
    expect(refused('Ada')).toEqual(['LESSON_ENDED', 40, 40]);
  });

  test('whoever is between two pages, or has just come, is the last to lose the seat', () => {
    const school = startClass();
    fill(school, 39, () => 'b');
    school.advance(20_000);
    const a = school.student('Ada', 'b');
    a.client.leave(false);
    const newcomers = ['Blaise', 'Chloé'].map((pseudonym) => {
      const client = school.connect('b');
      client.say({ type: 'join', code: school.lesson.joinCode, pseudonym });
      return client;
    });
    school.advance(300);
    expect(school.lesson.seatOf(a.pass)?.id).toBe(a.seat);
    expect(newcomers.map((client) => client.last('seated')?.pseudonym)).toEqual(['Blaise', 'Chloé']);
  });

  test('students sit with each other, not with them', () => {
    for (const names of [4, 5]) {
      const school = startClass();
      fill(school, names);
      school.advance(20_000);
      const [a, b] = [school.student('Ada'), school.student('Blaise')];
      school.advance(300);
      expect(a.client.last('class')?.room.others).toEqual([
        { pseudonym: 'Blaise', chair: 'droite', present: true },
      ]);
      const third = school.student('Chloé');
      expect(third.client.last('class')?.room).toMatchObject({
        chair: 'serveur',
        room: b.client.last('class')?.room.room,
      });
    }
  });

  test('whoever reloads a page is no name: a fourth takes the third along', () => {
    const school = startClass();
    for (const name of ['Ada', 'Blaise']) school.student(name);
    const c = school.student('Chloé');
    c.client.leave(false);
    const d = school.student('Denis');
    expect(school.place(d.client)).toBe('2 droite');
  });

  test('the teacher has them erased together, and whoever is left alone gets company', () => {
    const school = startClass();
    const [a, b, c, d] = ['Ada', 'nom', 'Chloé', 'autre nom'].map((name) => school.student(name));
    if (!a || !b || !c || !d) throw new Error();
    school.order({ do: 'erase-absent' });
    expect(school.lesson.roster.seats.size).toBe(4);
    for (const { client } of [b, d]) client.leave(false);
    school.order({ do: 'erase-absent' });
    expect(school.lesson.roster.seats.size).toBe(4); // they may be between two pages
    school.advance(60_000);
    school.order({ do: 'erase-absent' });
    expect([...school.lesson.roster.seats.values()].map(({ pseudonym }) => pseudonym)).toEqual([
      'Ada',
      'Chloé',
    ]);
    expect([...school.kept.seats.keys()]).toEqual([a.seat, c.seat]);
    expect(a.client.last('class')?.room.others.map(({ pseudonym }) => pseudonym)).toEqual(['Chloé']);
    expect(school.teacher.take('done')).toHaveLength(3);
  });

  test('a seat is not erased together with them once anything was left there, after a restart either', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    const c = school.student('Chloé');
    enter(school, a).say({ type: 'send_message', message: 'salut' });
    school.desk.keptNotebook(b.seat);
    school.advance(300);
    const after = startClass(school.kept);
    after.advance(60_000);
    after.order({ do: 'erase-absent' });
    expect([...after.lesson.roster.seats.keys()]).toEqual([a.seat, b.seat]);
    expect(after.lesson.seatOf(c.pass)).toBeUndefined();
  });

  test('a disk that cannot erase says so, and nobody is sent away', () => {
    const school = startClass();
    const { client } = school.student('Ada');
    client.leave(false);
    school.advance(60_000);
    school.kept.fault = new Error('gone');
    school.order({ do: 'erase-absent' });
    expect(code(school.teacher)).toBe('STORE_FAILED');
    expect(school.lesson.roster.seats.size).toBe(1);
  });
});

describe('a student who is many', () => {
  const pages = (school: ClassUnderTest, pass: string, count: number) =>
    Array.from({ length: count }, () => {
      const client = school.connect();
      client.say({ type: 'join', pass });
      return client;
    });

  test('has twelve pages at most: the one that has said nothing for longest goes, and is told not to come back', () => {
    const school = startClass();
    const { client, pass } = school.student('Ada');
    const others = pages(school, pass, 11);
    client.say({ type: 'status', question: 1 });
    const [next] = pages(school, pass, 1);
    expect(others[0]?.closedWith()).toBe(4001);
    expect([client, next, ...others.slice(1)].map((page) => page?.closedWith())).toEqual(
      Array(12).fill(undefined),
    );
    pages(school, pass, 100);
    expect(school.desk.attendance.connections(client.last('seated')?.seat ?? '')).toHaveLength(12);
  });

  test('hears votes together, and none that changes nothing', () => {
    const school = startClass();
    const { client, pass } = school.student('Ada');
    const [other] = pages(school, pass, 1);
    school.order({ do: 'ask', question: 7, options: 4 });
    other?.take('class');
    for (let i = 0; i < 40; i++) client.say({ type: 'vote', option: i % 4 });
    school.advance(300);
    expect(other?.take('class').map((news) => news.class.vote?.mine)).toEqual([[3]]);
    for (let i = 0; i < 40; i++) client.say({ type: 'vote', option: 3 });
    school.advance(300);
    expect(other?.take('class')).toEqual([]);
  });

  test('does not disturb the neighbours with one more page', () => {
    const school = startClass();
    const a = school.student('Ada');
    const b = school.student('Blaise');
    a.client.take('class');
    for (const page of pages(school, b.pass, 5)) page.leave(false);
    school.advance(300);
    expect(a.client.take('class')).toEqual([]);
    b.client.leave(false);
    school.advance(300);
    expect(a.client.take('class').map(({ room }) => room.others[0]?.present)).toEqual([false]);
  });
});

test('who guesses at the door of a room spends the same tries as at the desk, and locks nobody out', () => {
  const school = startClass();
  const room = school.student('Ada').client.last('class')?.room.room;
  const guess = (pass: string, address = 'a') => {
    const client = school.connect(address);
    client.say({ type: 'register', room, operate: true, pass });
    return client.last('registered') ? 'in' : [code(client), client.closedWith()];
  };
  for (let tries = 0; tries < 5; tries += 1) expect(guess('0'.repeat(32))).toEqual(['FORBIDDEN', undefined]);
  expect(guess('0'.repeat(32))).toEqual(['TOO_MANY_TRIES', 1008]);
  const desk = school.connect('a');
  desk.say({ type: 'teach', secret: 'wrong' });
  expect(code(desk)).toBe('TOO_MANY_TRIES');
  expect(guess('0'.repeat(32), 'b')).toEqual(['FORBIDDEN', undefined]);
  expect(guess('old.pass')).toEqual(['FORBIDDEN', undefined]); // of a student whose seat is gone: as a wrong code
  expect(guess(school.lesson.teacherSecret)).toBe('in');
});

describe('notebooks that are kept no longer', () => {
  test('are erased before the teacher hears so', () => {
    const school = startClass();
    school.order({ do: 'keep-notebooks', kept: true });
    school.teacher.take('done');
    const before = school.kept.notebooksErased;
    school.teacher.say({ type: 'lead', order: { do: 'keep-notebooks', kept: false } });
    expect(school.teacher.take('done')).toMatchObject([{ what: 'keep-notebooks' }]);
    expect(school.kept.notebooksErased).toBe(before + 1);
    school.order({ do: 'end' });
    school.order({ do: 'keep-notebooks', kept: false });
    expect(code(school.teacher)).toBe('LESSON_ENDED');
    expect(school.kept.notebooksErased).toBe(before + 1);
  });

  test('are kept on where the disk cannot erase, and the teacher hears that', () => {
    const school = startClass();
    school.order({ do: 'keep-notebooks', kept: true });
    school.teacher.take('done');
    school.kept.fault = new Error('full');
    school.order({ do: 'keep-notebooks', kept: false });
    expect([code(school.teacher), school.teacher.take('done')]).toEqual(['STORE_FAILED', []]);
    expect(school.lesson.keepsNotebooks).toBe(true);
    school.kept.fault = undefined;
    school.order({ do: 'keep-notebooks', kept: false });
    expect(school.lesson.keepsNotebooks).toBe(false);
  });

  test('are erased once more when the server starts again, and only then', () => {
    const school = startClass();
    school.student('Ada');
    school.kept.notebooksErased = 0;
    startClass(school.kept);
    expect(school.kept.notebooksErased).toBe(1);
    school.kept.fault = new Error('full');
    const bad = startClass(school.kept); // which teaches on
    expect(bad.kept.notebooksErased).toBe(1);
    school.kept.fault = undefined;
    const last = startClass(school.kept);
    last.order({ do: 'keep-notebooks', kept: true });
    last.kept.notebooksErased = 0;
    startClass(last.kept);
    expect(last.kept.notebooksErased).toBe(0);
  });
});
