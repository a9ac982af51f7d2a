// The requests of a class over HTTP: which there are, who may make them, and how they fail.
import type { IncomingMessage } from 'node:http';
import { Buckets } from '../buckets.ts';
import type { Reply, Routes } from '../reply.ts';
import { type Store, StoreError, StoreFullError } from '../store/store.ts';
import { type Sender, senderOf } from './hand-in-bearer.ts';
import { Clerk } from './hand-in-clerk.ts';
import { EXPORTS } from './hand-in-export.ts';
import { type HandInRefusal, Refused, refusal } from './hand-in-refusal.ts';
import { StudentRequests } from './hand-in-student.ts';
import { eraseLesson, eraseStudent, handedIn, type TeacherDesk } from './hand-in-teacher.ts';
import type { Registry, Student } from './registry.ts';

export interface ClassRoutesOptions {
  readonly store: Store;
  readonly registry: Registry;
  readonly originAllowed: (origin: string) => boolean;
  /** milliseconds from 1970 UTC; `Date.now`, but in a test */
  readonly now?: () => number;
  /** how long a body may take to come, in milliseconds */
  readonly bodyWithin?: number;
  /** how long the sheets of a class may take to be read, in milliseconds */
  readonly readingWithin?: number;
  /** told of each sheet that was handed in, or refused with a code. @param address - of the sender */
  readonly handedIn?: (outcome: 'accepted' | { readonly code: string }, address: string) => void;
  /** told of what nobody expected */
  readonly failed?: (error: unknown) => void;
}

type Answer<Who> = (who: Who, request: IncomingMessage) => Reply | Promise<Reply>;

/** A path, and what it does by method, for a student or for the teacher. */
interface Route {
  readonly path: string;
  readonly student?: Readonly<Record<string, Answer<Student>>>;
  readonly teacher?: Readonly<Record<string, Answer<string>>>;
}

const BODY_WITHIN_MS = 60_000;
/**
 * Of one address, for wrong secrets. They stop nobody who has a right one: a class may sit behind one address, and who
 * guesses there must not lock the others out. Nor would it help to try more often, at 128 bits.
 */
const TRIES_A_MINUTE = 5;
const READING_WITHIN_MS = 60_000;
const HAND_IN = 'class/hand-in';
/** The one path with a part of its own: the id of a seat. */
const SEAT = 'class/seats/';

function routesOf(students: StudentRequests, desk: TeacherDesk): readonly Route[] {
  const exports = EXPORTS.filter((format) => format !== 'list').map((format) => ({
    path: `class/export.${format}`,
    teacher: { GET: () => handedIn(desk, format) },
  }));
  return [
    {
      path: HAND_IN,
      student: {
        POST: (student, request) => students.handIn(student, request),
        GET: (student, request) => students.lastHandIn(student, request),
      },
    },
    {
      path: 'class/notebook',
      student: {
        PUT: (student, request) => students.keepNotebook(student, request),
        GET: (student, request) => students.notebook(student, request),
        DELETE: (student) => students.eraseNotebook(student),
      },
    },
    { path: 'class/seat', student: { DELETE: (student) => students.erase(student) } },
    { path: 'class/hand-ins', teacher: { GET: () => handedIn(desk, 'list') } },
    ...exports,
    { path: SEAT, teacher: { DELETE: (seat) => eraseStudent(desk, seat) } },
    { path: 'class/lesson', teacher: { DELETE: () => eraseLesson(desk) } },
  ];
}

/** The code of a refusal, as it stands in its answer. */
function outcomeOf({ status, body }: Reply): 'accepted' | { readonly code: string } {
  return status === 200 ? 'accepted' : { code: JSON.parse(Buffer.from(body).toString()).code };
}

function codeOf(error: unknown): HandInRefusal {
  if (error instanceof Refused) return error.code;
  if (error instanceof StoreFullError) return 'STORE_FULL';
  return error instanceof StoreError ? 'STORE_FAILED' : 'FAILED';
}

/** @throws Refused for who may not */
async function answer(
  { student, teacher }: Route,
  sender: Sender,
  request: IncomingMessage,
  seat: string,
): Promise<Reply> {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  const methods = student ?? teacher ?? {};
  if (!Object.hasOwn(methods, method))
    return refusal('BAD_METHOD', { Allow: Object.keys(methods).join(', ') });
  const ofStudent = student?.[method];
  if (ofStudent && 'student' in sender) return ofStudent(sender.student, request);
  const ofTeacher = teacher?.[method];
  if (ofTeacher && 'teacher' in sender) return ofTeacher(seat, request);
  throw new Refused('FORBIDDEN');
}

/** The answers of a class, for `createSiteServer`. They never throw. */
export function classRoutes(options: ClassRoutesOptions): Routes {
  const { store, registry, originAllowed, now = Date.now, bodyWithin = BODY_WITHIN_MS } = options;
  const clerk = new Clerk(options.readingWithin ?? READING_WITHIN_MS);
  const students = new StudentRequests({ store, registry, now, bodyWithin });
  const routes = routesOf(students, { store, registry, clerk });
  const tries = new Buckets(TRIES_A_MINUTE, TRIES_A_MINUTE / 60);

  const guarded = async (route: Route, request: IncomingMessage, seat: string): Promise<Reply> => {
    try {
      const { origin } = request.headers;
      if (origin !== undefined && !originAllowed(origin)) throw new Refused('FORBIDDEN');
      const sender = senderOf(request, registry);
      if (sender) return await answer(route, sender, request, seat);
      return tries.take(request.socket.remoteAddress ?? '', now())
        ? refusal('BAD_CODE', { 'WWW-Authenticate': 'Bearer' })
        : refusal('TOO_MANY_TRIES', { 'Retry-After': '60' });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'FAILED' || code === 'STORE_FAILED') options.failed?.(error);
      return refusal(code);
    }
  };

  const watched = async (route: Route, request: IncomingMessage, seat: string): Promise<Reply> => {
    const reply = await guarded(route, request, seat);
    if (route.path === HAND_IN && request.method === 'POST')
      options.handedIn?.(outcomeOf(reply), request.socket.remoteAddress ?? '');
    return reply;
  };

  return (name, request) => {
    const seat = name.startsWith(SEAT) ? name.slice(SEAT.length) : '';
    const route = routes.find(({ path }) => path === (seat === '' ? name : SEAT));
    return route && watched(route, request, seat);
  };
}
