// What a class refuses, and with which code.

/** Every code, and what it says to a developer. The site has a sentence for readers. */
export const CLASS_REFUSALS = {
  BAD_CODE: 'no lesson has this code, no seat this pass',
  TOO_MANY_TRIES: 'too many tries; wait a minute',
  BAD_PSEUDONYM: 'a pseudonym has 1 to 24 letters, digits and spaces, and names no part of the lab',
  PSEUDONYM_TAKEN: 'somebody in this class has this pseudonym, or one that looks like it',
  CLASS_CLOSED: 'the teacher lets nobody new in',
  CLASS_FULL: 'the class takes nobody any more',
  LESSON_ENDED: 'this lesson is over',
  FORBIDDEN: 'this is not for you to do',
  NO_SUCH_SEAT: 'nobody has this seat, or no room this name',
  NO_VOTE: 'nothing is being voted on',
  TOO_LARGE: 'more than may be handed in',
  STORE_FAILED: 'the server’s disk could not be written',
  STORE_FULL: 'there is no room left to keep this',
} as const;

export type ClassRefusalCode = keyof typeof CLASS_REFUSALS;

/** A refusal on its way to a page. The connection lives on. */
export class ClassError extends Error {
  override name = 'ClassError';
  readonly code: ClassRefusalCode;
  constructor(code: ClassRefusalCode) {
    super(CLASS_REFUSALS[code]);
    this.code = code;
  }
}
