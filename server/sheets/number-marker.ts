// Recognises the number of a question at the beginning of a line, in the many ways in which students write it.

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
}

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

/** A marker is looked for in so many characters of a line: longer ones cost no more. */
const LOOK_AT = 200;

const numbersIn = (text: string) => Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits));

interface Found {
  readonly numbers: readonly number[];
  readonly strength: Strength;
  readonly length: number;
  readonly bare?: boolean;
}

function findNumber(text: string, emphasised: boolean, heading: boolean): Found | undefined {
  const labelled = label.exec(text);
  if (
    labelled &&
    (labelled[2] !== undefined || heading || mayFollowLabel.test(text.slice(labelled[0].length)))
  )
    return { numbers: numbersIn(labelled[1] ?? ''), strength: 3, length: labelled[0].length };
  const strength = heading ? 3 : emphasised ? 2 : 1;
  const many = several.exec(text);
  if (many) return { numbers: numbersIn(many[1] ?? ''), strength, length: many[0].length };
  const one =
    plain.exec(text) ?? (heading ? headingNumber.exec(text) : emphasised ? boldNumber.exec(text) : null);
  if (one) return { numbers: [Number(one[1] ?? one[2])], strength, length: one[0].length };
  const bare = bareNumber.exec(text);
  return bare ? { numbers: [Number(bare[1])], strength, length: bare[0].length, bare: true } : undefined;
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
  const { numbers, strength, bare = false } = found;
  let length = before + found.length;
  const rest = head.slice(length);
  const closes = emphasis !== '' && rest.trimStart().startsWith(emphasis);
  if (closes) {
    length += rest.length - rest.trimStart().length + emphasis.length;
    length += /^(?:\s?[.):]|\s[-–—](?=\s))?/.exec(head.slice(length))?.[0].length ?? 0;
  }
  return { numbers, strength, length, emphasis: closes ? '' : emphasis, bare, isInList: bullet !== '' };
}
