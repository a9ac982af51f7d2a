// What a class says on the wire besides the chat: students who join, the teacher who leads, the projector that shows.
import type { LogLine } from '../protocol.ts';
import type { ClassRefusalCode } from './class-error.ts';

/** Where a student sits in a room: at one end of the line, or, as the third, in the server's chair. */
export const CHAIRS = ['gauche', 'droite', 'serveur'] as const;
export type Chair = (typeof CHAIRS)[number];

/** The stages that a teacher may set. The relay knows them by name alone. */
export const STAGE_NAMES = ['plaintext', 'hazmat', 'fernet', 'fernet-ttl', 'aead'] as const;
export type ClassStage = (typeof STAGE_NAMES)[number];

export const QUESTIONS = 16;
export const MAX_NOTE_LENGTH = 500;
/** Milliseconds that somebody must be away before `erase-absent` takes the seat: nobody loses it between two pages. */
export const ABSENT_MS = 60_000;

/** A new student, with the code that the class was given, or one who comes back to a seat. */
export type Join =
  | { readonly type: 'join'; readonly code: string; readonly pseudonym: string }
  | { readonly type: 'join'; readonly pass: string };

/** What a student's page is showing, so that the teacher sees who is where. Nothing of what is typed. */
export interface Status {
  readonly type: 'status';
  /** 1 to 16; undefined on a page that belongs to no question */
  readonly question: number | undefined;
  readonly stage: ClassStage | undefined;
}

export type Order =
  | { readonly do: 'stage'; readonly room: string | undefined; readonly stage: ClassStage }
  | { readonly do: 'freeze'; readonly room: string | undefined; readonly frozen: boolean }
  /** whether students may take the server's chair; forbidding it makes the relay honest at once */
  | { readonly do: 'malice'; readonly room: string | undefined; readonly allowed: boolean }
  | { readonly do: 'note'; readonly room: string | undefined; readonly text: string }
  /** moves a student to a chair; a room that is not named is a new one. Who sits there changes places. */
  | { readonly do: 'move'; readonly seat: string; readonly room: string | undefined; readonly chair: Chair }
  /** a student's call has been seen: it is over */
  | { readonly do: 'heed'; readonly seat: string }
  /** asks the class to vote on so many options of a question, or to vote once more on the same */
  | { readonly do: 'ask'; readonly question: number; readonly options: number }
  | { readonly do: 'ask-again' }
  /** shows all what was voted, and takes no more votes of that round */
  | { readonly do: 'tally' }
  | { readonly do: 'dismiss-vote' }
  /** opens the model answer of a question to all. @see ClassState.revealed */
  | { readonly do: 'reveal'; readonly question: number; readonly key: string }
  /** whether returning students get their notebooks back from here; those that are kept are erased when not */
  | { readonly do: 'keep-notebooks'; readonly kept: boolean }
  /** erases the seats of those who are away, and have left nothing here. @see SeatView.acted */
  | { readonly do: 'erase-absent' }
  /** whether new students are let in; those who have a seat come back in any case */
  | { readonly do: 'door'; readonly open: boolean }
  | { readonly do: 'end' };

export type ClassEnvelope =
  | Join
  | Status
  | { readonly type: 'help'; readonly wanted: boolean }
  | { readonly type: 'vote'; readonly option: number }
  | { readonly type: 'teach'; readonly secret: string }
  | { readonly type: 'lead'; readonly order: Order }
  | { readonly type: 'project'; readonly secret: string };

/** Somebody in a room, as those who share it see him. */
export interface Neighbour {
  readonly pseudonym: string;
  readonly chair: Chair;
  readonly present: boolean;
}

/** Votes of one round: how many, and for what once they are shown. */
export interface Round {
  readonly votes: number;
  /** by option; undefined until the teacher shows them */
  readonly tally: readonly number[] | undefined;
}

export interface VoteState {
  readonly question: number;
  readonly options: number;
  /** the last one is open until it has a tally */
  readonly rounds: readonly Round[];
  /** by round, what this student voted; null, as JSON keeps no undefined, for nothing */
  readonly mine?: readonly (number | null)[];
}

/** What all who are in a class may know of it. */
export interface ClassState {
  readonly name: string;
  readonly ended: boolean;
  readonly vote: VoteState | undefined;
  /** by question, the key that opens its sealed model answer; empty where answers are not sealed */
  readonly revealed: Readonly<Record<string, string>>;
  readonly keepsNotebooks: boolean;
  /** whether nobody new is let in */
  readonly isClosed: boolean;
  /** days after which all that this server keeps of the lesson is erased */
  readonly retentionDays: number;
}

/** What a student knows of the own room. */
export interface RoomState {
  readonly room: string;
  /** its number in the class, from 1 */
  readonly number: number;
  readonly chair: Chair;
  readonly others: readonly Neighbour[];
  /** the stage that the teacher has set, undefined until then; `ordered` counts the orders, so that a page obeys each once */
  readonly stage: ClassStage | undefined;
  readonly ordered: number;
  readonly frozen: boolean;
  readonly maliceAllowed: boolean;
  readonly note: { readonly text: string; readonly at: number } | undefined;
  /** whether this student calls the teacher */
  readonly wantsHelp: boolean;
}

/** A student as the teacher sees him. */
export interface SeatView {
  readonly id: string;
  readonly pseudonym: string;
  readonly chair: Chair;
  readonly present: boolean;
  /** whether anything was left here: a message, a vote, a sheet, a notebook */
  readonly acted: boolean;
  readonly question: number | undefined;
  readonly stage: ClassStage | undefined;
  readonly wantsHelp: boolean;
  /** when this student last told or sent anything, or went, in milliseconds from 1970 UTC */
  readonly activeAt: number;
  /** when this student last handed in */
  readonly handedInAt: number | undefined;
}

export interface RoomView {
  readonly room: string;
  readonly number: number;
  readonly stage: ClassStage | undefined;
  readonly frozen: boolean;
  readonly maliceAllowed: boolean;
  /** whether somebody sits in the server's chair, and whether that is the teacher */
  readonly operator: 'none' | 'student' | 'teacher';
  /** messages that the relay has carried here */
  readonly messages: number;
  readonly seats: readonly SeatView[];
}

/** A moment that the projector marks between the lines of a room. */
export interface Mark {
  readonly room: number;
  /** the number of the last line before it; 0 before the first */
  readonly after: number;
  readonly at: number;
  readonly what: ClassStage | 'frozen' | 'thawed';
  /** whether the order was given for all rooms */
  readonly everywhere: boolean;
}

/** A line as the projector gets it: of a long one, the beginning of its text. */
export interface ProjectedLine extends LogLine {
  /** of the whole text, in UTF-8, where not all of it is here */
  readonly bytes?: number;
}

/** Lines of one room's log, for the projector. What their numbers leave out was skipped: the room wrote too much. */
export interface RoomLines {
  readonly room: number;
  readonly lines: readonly ProjectedLine[];
}

export type ClassDelivery =
  /** once, after a student joined; `pass` proves from then on that the seat is one's own */
  | { readonly type: 'seated'; seat: string; pseudonym: string; pass: string }
  /** at first and whenever something of it changes */
  | { readonly type: 'class'; class: ClassState; room: RoomState }
  /** to the teacher: at first, and then at most four times a second */
  | {
      readonly type: 'overview';
      class: ClassState;
      rooms: readonly RoomView[];
      /** what the teacher gives away: never sent to anybody else */
      joinCode: string;
      projector: string;
      /** the workbook's address as others reach it, with a slash at its end; undefined before the server knows */
      home: string | undefined;
      /** opens the sealed answers; undefined where they are not sealed */
      passphrase: string | undefined;
      /** whether what has changed could be kept: false when the disk is full, or gone */
      kept: boolean;
    }
  /** to the projector: at first, and whenever rooms or votes change */
  | {
      readonly type: 'projection';
      class: ClassState;
      rooms: readonly number[];
      marks: readonly Mark[];
      home: string | undefined;
    }
  | { readonly type: 'room_log'; logs: readonly RoomLines[] }
  | { readonly type: 'refused'; code: ClassRefusalCode; reason: string }
  /** an order was carried out */
  | { readonly type: 'done'; what: Order['do'] };
