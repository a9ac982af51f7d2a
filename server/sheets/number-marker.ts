// Recognises the number of a question at the beginning of a line, in the many ways in which students write it.

import { titledQuestion } from './question-titles.ts';
import { sections } from './sheet.ts';

/** How surely a number is that of a question: one of any list, one in bold, or one that says « question » or is a heading. */
export type Strength = 1 | 2 | 3;

export interface Marker {
  /** one; several where an answer is given to several questions at once */
  readonly numbers: readonly number[];
  readonly strength: Strength;
  /** characters of the line that the marker takes */
  readonly length: number;
  /** asterisks that opened before the number and close behind the words after it: they belong to these words */
  readonly emphasis: string;
  /** whether nothing but the number stands there: no point, no « question », no heading */
  readonly bare: boolean;
  /** whether it stands behind a bullet */
  readonly isInList: boolean;
  readonly form: Form;
  /** whether it counts only where the whole sheet is numbered in this form; see `number-habits.ts` */
  readonly isUnsure: boolean;
}

/** « 3. », « Question 3 », « n° 3 », « Q3 », « Troisième question », « 1.3 » in the first section, the question itself. */
export type Form = 'plain' | 'label' | 'numero' | 'letter' | 'ordinal' | 'pair' | 'title';

const SPACE = '[\\s\\u200b\\u200e\\u2060\\ufeff]*';
const BULLET = '(?:[-*+•·◦▪‣–][\\s]+)?';
const NUMERO = '(?:n\\s?[°ºo]|num[ée]ro|number|no\\.|#)';
const ANSWER = 'r(?:é|e\\u0301?)p(?:onse)?s?\\.?(?:\\s+[àa]\\s+la\\s+question)?';
const LABEL = `(?:questions?|qu?\\s?\\.?|${ANSWER}|r(?=\\d)|answer(?:\\s+to\\s+question)?)\\s*(?:${NUMERO})?\\s*`;
const AND = '(?:\\s*(?:et|and|&|,|\\/|-|–|à)\\s*(?:q\\s*)?\\d{1,2})';
/** What ends a number: a point, a parenthesis, a colon, a dash … */
const END = '(?:\\s*[.):°º/|=>–—-])+';

const start = new RegExp(`^(${SPACE})(${BULLET})(\\*{1,3}|_{1,3}|)(?=\\S)(\\\\?)`);
const label = new RegExp(
  `^(?:${LABEL}|${NUMERO}\\s*)\\(?(\\d{1,3}(?!\\d)${AND}*)(?:(${END})|(?=\\s|[*_]|$|[a-d]\\b))`,
  'iu',
);
/** After a label that nothing ends, a sentence would go on in lower case: « Question 3 est difficile ». */
const mayFollowLabel = /^(?:[*_]|\s*$|\s+[\p{Lu}«"“>`[(]|[a-d]\b)/u;
const several = new RegExp(`^(\\d{1,2}${AND}+)\\s*(?:[.):]|\\s[-–—]\\s)`, 'iu');
const plain =
  /^(?:\((\d{1,2})\)|(\d{1,2})(?:\s?(?=[a-d]\s?[.)])|\s?\\?[.)](?:[):°–—-](?=\s|$))?(?=[\s*_]|$|\p{L})|\)(?=\S)|\s?[-–—:](?=[*_]*(?:\s+\D|\s*$))|[°º]\)?(?=\s)|\s?\/(?=\s)))/u;
const bareNumber = /^(\d{1,2})(?=\s*$)/;
const boldNumber = /^(\d{1,2})(?=[*_])/;
const headingNumber = /^(\d{1,2})(?:\s*[.):°–—-]+|(?=\s*$)|(?=\s+[\p{Lu}«]))/u;

/** The number of a section and, within it, that of a question. */
const pair = /^(?:([1-9])\.|([IVX]{1,3})[.–-])(\d{1,2})(?!\d)(?:\s?[.):–—-]+)?(?=[\s*_]|$)/u;
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];
const ordinal = new RegExp(
  `^(\\p{L}{4,12}|(\\d{1,2})(?:[eè]re|e|[eè]?me|st|nd|rd|th))\\s+question(?:(${END})|(?=\\s|[*_]|$))`,
  'iu',
);
const ORDINALS = [
  'premiere|first',
  'deuxieme|seconde|second',
  'troisieme|third',
  'quatrieme|fourth',
  'cinquieme|fifth',
  'sixieme|sixth',
  'septieme|seventh',
  'huitieme|eighth',
  'neuvieme|ninth',
  'dixieme|tenth',
  'onzieme|eleventh',
  'douzieme|twelfth',
  'treizieme|thirteenth',
  'quatorzieme|fourteenth',
  'quinzieme|fifteenth',
  'seizieme|sixteenth',
].map((words) => words.split('|'));

/** A marker is looked for in so many characters of a line: longer ones cost no more. */
const LOOK_AT = 200;

const numbersIn = (text: string) => Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits));

type Found = Pick<Marker, 'numbers' | 'strength' | 'length' | 'form'> &
  Partial<Pick<Marker, 'bare' | 'isUnsure'>>;

function formOf(label: string): Form {
  if (/^q(?!uestion)/i.test(label)) return 'letter';
  return /^(?:n|#)/i.test(label) ? 'numero' : 'label';
}

function findLabel(text: string, heading: boolean): Found | undefined {
  const labelled = label.exec(text);
  if (labelled) {
    const [{ length }, numbers = '', end] = labelled;
    const form = formOf(labelled[0]);
    const isSure = end !== undefined || heading || mayFollowLabel.test(text.slice(length));
    if (isSure || form !== 'label')
      return { numbers: numbersIn(numbers), strength: 3, length, form, isUnsure: !isSure };
  }
  const counted = ordinal.exec(text);
  if (!counted) return undefined;
  const [{ length }, word = '', digits, end] = counted;
  if (end === undefined && !heading && !mayFollowLabel.test(text.slice(length))) return undefined;
  const plainWord = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const number = digits ? Number(digits) : ORDINALS.findIndex((words) => words.includes(plainWord)) + 1;
  return number === 0
    ? undefined
    : { numbers: [number], strength: 3, length, form: 'ordinal', isUnsure: true };
}

/** @returns 0 as the number where the lab has no such question */
function findPair(text: string): Found | undefined {
  const found = pair.exec(text);
  if (!found) return undefined;
  const [{ length }, digit, roman = '', inSection] = found;
  const section = sections[(digit ? Number(digit) : ROMAN.indexOf(roman) + 1) - 1];
  const number = (section?.first ?? 0) + Number(inSection) - 1;
  const isKnown = section && number >= section.first && number <= section.last;
  return { numbers: [isKnown ? number : 0], strength: 3, length, form: 'pair', isUnsure: true };
}

function findNumber(text: string, emphasised: boolean, heading: boolean): Found | undefined {
  const sure = findLabel(text, heading) ?? findPair(text);
  if (sure) return sure;
  const strength = heading ? 3 : emphasised ? 2 : 1;
  const form = 'plain';
  const many = several.exec(text);
  if (many) return { numbers: numbersIn(many[1] ?? ''), strength, length: many[0].length, form };
  const one =
    plain.exec(text) ?? (heading ? headingNumber.exec(text) : emphasised ? boldNumber.exec(text) : null);
  if (one) return { numbers: [Number(one[1] ?? one[2])], strength, length: one[0].length, form };
  const bare = bareNumber.exec(text);
  return bare
    ? { numbers: [Number(bare[1])], strength, length: bare[0].length, form, bare: true }
    : undefined;
}

/** The marker that the whole text is, where it is the question as the workbook asks it. */
export function titleMarker(text: string): Marker | undefined {
  const number = titledQuestion(text);
  if (number === undefined) return undefined;
  return {
    numbers: [number],
    strength: 3,
    length: text.length,
    emphasis: '',
    bare: false,
    isInList: false,
    form: 'title',
    isUnsure: false,
  };
}

/** @param heading - whether the text is that of a heading */
export function markerOf(line: string, heading = false): Marker | undefined {
  const head = line.slice(0, LOOK_AT);
  const [, space = '', bullet = '', emphasis = '', backslash = ''] = start.exec(head) ?? [];
  const before = space.length + bullet.length + emphasis.length + backslash.length;
  const found = findNumber(head.slice(before), emphasis !== '', heading);
  if (!found) return undefined;
  // Behind a bullet a plain number is an item of a list: « - 3. ».
  if (bullet !== '' && found.strength === 1) return undefined;
  const { numbers, strength, form, bare = false, isUnsure = false } = found;
  let length = before + found.length;
  const rest = head.slice(length);
  const closes = emphasis !== '' && rest.trimStart().startsWith(emphasis);
  if (closes) {
    length += rest.length - rest.trimStart().length + emphasis.length;
    length += /^(?:\s?[.):]|\s[-–—](?=\s))?/.exec(head.slice(length))?.[0].length ?? 0;
  }
  return {
    numbers,
    strength,
    length,
    emphasis: closes ? '' : emphasis,
    bare,
    isInList: bullet !== '',
    form,
    isUnsure,
  };
}
