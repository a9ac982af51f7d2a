// What a request of a class is refused with: a code, each with its status.
import { json, type Reply } from '../reply.ts';

const STATUSES = {
  BAD_ENVELOPE: 400,
  BAD_CODE: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_METHOD: 405,
  TOO_SLOW: 408,
  LESSON_ENDED: 410,
  OTHER_COPY: 412,
  TOO_LARGE: 413,
  TOO_FAST: 429,
  TOO_MANY_TRIES: 429,
  FAILED: 500,
  STORE_FAILED: 503,
  BUSY: 503,
  STORE_FULL: 507,
} as const;

export type HandInRefusal = keyof typeof STATUSES;

/** A request that is refused. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: HandInRefusal;
  constructor(code: HandInRefusal) {
    super(code);
    this.code = code;
  }
}

export function refusal(code: HandInRefusal, headers: Record<string, string> = {}): Reply {
  return json({ code }, STATUSES[code], headers);
}
