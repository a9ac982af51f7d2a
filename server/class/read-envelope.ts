// Reads unknown JSON into what a class says on the wire, or refuses it.
import { RelayError } from '../refusal.ts';
import { flag, isObject, optionalText, required, type Values, wholeNumber } from '../values.ts';
import {
  CHAIRS,
  type ClassEnvelope,
  type Join,
  MAX_NOTE_LENGTH,
  type Order,
  QUESTIONS,
  STAGE_NAMES,
  type Status,
} from './wire.ts';

const MAX_SECRET_LENGTH = 64;
const MAX_OPTIONS = 8;

function oneOf<T extends string>(values: Values, name: string, among: readonly T[]): T {
  const value = among.find((known) => known === values[name]);
  if (value === undefined) throw new RelayError('BAD_ENVELOPE', `${name}: none of ${among.join(', ')}`);
  return value;
}

function text(values: Values, name: string, most: number): string {
  const value = required(values, name);
  if (value.length > most) throw new RelayError('BAD_ENVELOPE', `${name}: longer than ${most}`);
  return value;
}

function optional(values: Values, name: string): string | undefined {
  return values[name] === undefined ? undefined : text(values, name, MAX_SECRET_LENGTH);
}

const question = (values: Values) => wholeNumber(values, 'question', 0, 1, QUESTIONS);

function readOrder(values: unknown): Order {
  if (!isObject(values)) throw new RelayError('BAD_ENVELOPE', 'order: no object');
  const room = optional(values, 'room');
  switch (values.do) {
    case 'stage':
      return { do: 'stage', room, stage: oneOf(values, 'stage', STAGE_NAMES) };
    case 'freeze':
      return { do: 'freeze', room, frozen: flag(values, 'frozen') };
    case 'malice':
      return { do: 'malice', room, allowed: flag(values, 'allowed') };
    case 'note':
      return { do: 'note', room, text: text(values, 'text', MAX_NOTE_LENGTH) };
    case 'move':
      return {
        do: 'move',
        seat: text(values, 'seat', MAX_SECRET_LENGTH),
        room,
        chair: oneOf(values, 'chair', CHAIRS),
      };
    case 'heed':
      return { do: 'heed', seat: text(values, 'seat', MAX_SECRET_LENGTH) };
    case 'ask':
      return {
        do: 'ask',
        question: question(values),
        options: wholeNumber(values, 'options', 0, 2, MAX_OPTIONS),
      };
    case 'reveal':
      return { do: 'reveal', question: question(values), key: text(values, 'key', MAX_SECRET_LENGTH) };
    case 'keep-notebooks':
      return { do: 'keep-notebooks', kept: flag(values, 'kept') };
    case 'door':
      return { do: 'door', open: flag(values, 'open') };
    case 'ask-again':
    case 'tally':
    case 'dismiss-vote':
    case 'erase-absent':
    case 'end':
      return { do: values.do };
    default:
      throw new RelayError('BAD_ENVELOPE', 'order.do: unknown');
  }
}

function readJoin(values: Values): Join {
  if (values.pass !== undefined) return { type: 'join', pass: text(values, 'pass', 2 * MAX_SECRET_LENGTH) };
  // How long a pseudonym may be is a rule of names, with a refusal of its own.
  return {
    type: 'join',
    code: text(values, 'code', MAX_SECRET_LENGTH),
    pseudonym: required(values, 'pseudonym'),
  };
}

function readStatus(values: Values): Status {
  return {
    type: 'status',
    question: values.question === undefined ? undefined : question(values),
    stage: optionalText(values, 'stage') === undefined ? undefined : oneOf(values, 'stage', STAGE_NAMES),
  };
}

/**
 * Reads what a class says on the wire.
 * @returns undefined for another type
 * @throws RelayError `BAD_ENVELOPE` for one of these types in another shape
 */
export function readClassEnvelope(values: Values): ClassEnvelope | undefined {
  switch (values.type) {
    case 'join':
      return readJoin(values);
    case 'status':
      return readStatus(values);
    case 'help':
      return { type: 'help', wanted: flag(values, 'wanted') };
    case 'vote':
      return { type: 'vote', option: wholeNumber(values, 'option', -1, 0, MAX_OPTIONS - 1) };
    case 'teach':
    case 'project':
      return { type: values.type, secret: text(values, 'secret', MAX_SECRET_LENGTH) };
    case 'lead':
      return { type: 'lead', order: readOrder(values.order) };
    default:
      return undefined;
  }
}
