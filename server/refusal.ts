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
