// Tells which section of the lab a heading names, in French or English, with a typo or two.
import { isNear } from './near-word.ts';
import { asides, type Section, sections } from './sheet.ts';

/** What students call the sections, without accents, in the order of `sections`. */
const NAMES: readonly (readonly string[])[] = [
  ['introduction', 'intro', 'prise en main', 'getting started', 'first steps'],
  ['chiffrement', 'chiffrement symetrique', 'encryption', 'symmetric encryption', 'hazmat'],
  [
    'authenticated symmetric encryption',
    'authenticated encryption',
    'chiffrement authentifie',
    'chiffrement symetrique authentifie',
    'chiffrement symetrique et authentifie',
    'fernet',
  ],
  ['ttl', 'time to live', 'duree de vie'],
  [
    'regard critique',
    'critique',
    'esprit critique',
    'regard critique sur le tp',
    'analyse critique',
    'critical look',
    'critical view',
  ],
];
const ASIDE_NAMES = Object.values(asides).map(plain);
const LONGEST_HEADING = 100;

/** Lower case without accents, punctuation, and the number, the letter or the article in front. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(?:(?:partie|part|section|chapitre|chapter) )?(?:\d{1,2}|[ivx]{1,4}|[a-e]) /, '')
    .replace(/^(?:le|la|les|the) /, '');
}

/** Typos that a name may have: none in a short one, for « TTL » is a letter away from many words. */
const typos = (name: string) => (name.length < 6 ? 0 : name.length < 10 ? 1 : name.length < 25 ? 2 : 4);

function sectionOf(text: string): Section | undefined {
  const name = plain(text);
  const exact = NAMES.findIndex((names) => names.includes(name));
  const index =
    exact !== -1
      ? exact
      : NAMES.findIndex((names) => names.some((known) => isNear(known, name, typos(known))));
  return sections[index];
}

/** The section that the whole text names. */
export function wholeSection(text: string): Section | undefined {
  return text.length > LONGEST_HEADING ? undefined : sectionOf(text);
}

/** The section that the text names, or that it names before or after a colon, a dash or a parenthesis. */
export function namedSection(text: string): Section | undefined {
  if (text.length > LONGEST_HEADING) return undefined;
  const parts = text.split(/[:|()–—]|\s-\s/).filter((part) => part.trim() !== '');
  const candidates = [text, parts[0] ?? '', parts.at(-1) ?? ''];
  for (const candidate of candidates) {
    const section = sectionOf(candidate);
    if (section) return section;
  }
  return undefined;
}

/** Whether a heading is that of the part of an exported sheet that belongs to no question. */
export const isAside = (text: string) => text.length <= LONGEST_HEADING && ASIDE_NAMES.includes(plain(text));
