// What the relay refuses, and with which code.

/** The greatest length of a name or of a room, in characters (code points). */
export const MAX_NAME_LENGTH = 64;

/** Every code of a refusal, and what it says to a developer. The site has a sentence for readers. */
export const REFUSALS = {
  BAD_ENVELOPE: 'not an envelope of this protocol',
  NOT_REGISTERED: 'register first',
  ALREADY_REGISTERED: 'this connection is registered already',
  BAD_NAME: `a name has 1 to ${MAX_NAME_LENGTH} characters, none of them a control character`,
  NAME_TAKEN: 'somebody else in this room has this name',
  ROOM_FULL: 'the room takes nobody any more',
  TOO_MANY_ROOMS: 'the relay takes no more rooms',
  SEAT_TAKEN: 'somebody else is this room’s operator',
  NOT_HELD: 'this message is not held',
  NOT_SEEN: 'no message of this number is remembered',
  FORBIDDEN: 'this is not for you to do',
  TOO_FAST: 'too many messages; slow down',
  FROZEN: 'the teacher has stopped this room for a while',
  BAD_CODE: 'no lesson has this code, no seat this pass',
  TOO_MANY_TRIES: 'too many tries; wait a minute',
  BAD_PSEUDONYM: 'a pseudonym has 1 to 24 letters, digits and spaces, and names no part of the lab',
  PSEUDONYM_TAKEN: 'somebody in this class has this pseudonym, or one that looks like it',
  CLASS_FULL: 'the class takes nobody any more',
  LESSON_ENDED: 'this lesson is over',
  NO_SUCH_SEAT: 'nobody has this seat, or no room this name',
  NO_VOTE: 'nothing is being voted on',
  TOO_LARGE: 'more than may be handed in',
  STORE_FULL: 'there is no room left to keep this',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal on its way to the client. The connection lives on. */
export class RelayError extends Error {
  override name = 'RelayError';
  readonly code: RefusalCode;
  /** the `id` of the refused message, if it had one */
  readonly id: string | undefined;
  /** @param detail - what exactly was wrong, where the code alone is not enough */
  constructor(code: RefusalCode, detail?: string, id?: string) {
    super(detail ?? REFUSALS[code]);
    this.code = code;
    this.id = id;
  }
}
