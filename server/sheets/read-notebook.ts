// Reads the answers out of the file in which the workbook keeps a whole notebook, JSON with much that is no answer.
import { isShallow } from '../shallow-json.ts';
import { QUESTIONS, type ReadSheet } from './sheet.ts';

/** What such a file says it is; the workbook writes it, and a test holds the two together. */
const FORMAT = 'tp-chat-chiffre/notebook';
const VERSION = 1;
const DEEPEST = 100;

/** JSON that holds no answers: of something else, or damaged. */
export type NotebookRefusal = 'foreign' | 'damaged';
export type NotebookRead = ReadSheet | { readonly refusal: NotebookRefusal };

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
const isAnswer = (value: unknown): value is { readonly question: number; readonly text: string } =>
  isObject(value) &&
  Number.isInteger(value.question) &&
  Number(value.question) >= 1 &&
  Number(value.question) <= QUESTIONS &&
  typeof value.text === 'string';

function parse(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
}

/** @returns undefined for a text that is no JSON, and may be a sheet */
export function readNotebook(text: string): NotebookRead | undefined {
  if (!/^\s*[[{]/.test(text.slice(0, 1000))) return undefined;
  const parsed = isShallow(text, DEEPEST) ? parse(text) : undefined;
  if (!parsed) return text.includes(`"${FORMAT}"`) ? { refusal: 'damaged' } : undefined;
  const file = parsed.value;
  if (!isObject(file) || file.format !== FORMAT) return { refusal: 'foreign' };
  const { title, answers, unplaced } = file;
  const isWhole =
    file.version === VERSION &&
    typeof title === 'string' &&
    Array.isArray(answers) &&
    answers.every(isAnswer);
  if (!isWhole || !areTexts(unplaced)) return { refusal: 'damaged' };
  const written = answers.filter((answer) => answer.text !== '');
  const byNumber = new Map(written.map((answer) => [answer.question, answer.text]));
  if (byNumber.size < written.length) return { refusal: 'damaged' }; // two answers to one question
  return { title, answers: byNumber, unplaced, frame: [] };
}
