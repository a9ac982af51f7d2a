// Which pseudonyms a class takes, and which of them look alike.
import { rectifyConfusion } from 'unicode-confusables';
import { ClassError } from './class-error.ts';

const MAX_LENGTH = 24;

// Letters of any script with their accents, two at most, or they would climb over the lines above; digits, and what stands in names.
const PSEUDONYM = /^[\p{L}\p{Nd}]\p{M}{0,2}(?:[\p{L}\p{Nd} '’._-]\p{M}{0,2})*$/u;

/** What is drawn as nothing. Source: Unicode Standard, section 5.21. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** What parts of the lab are called: nobody shall speak in their names. */
const RESERVED = [
  'gauche',
  'droite',
  'serveur',
  'relais',
  'journal',
  'mallory',
  'prof',
  'professeur',
  'professeure',
  'enseignant',
  'enseignante',
  'maître',
  'maîtresse',
  'left',
  'right',
  'server',
  'relay',
  'teacher',
  'admin',
  'chatserver',
];

/** Letters without their accents, spaces and marks: "Zoé" and "zo e" are read as one. */
const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{Nd}]/gu, '')
    .replace(INVISIBLE, '');

/**
 * What a pseudonym looks like: two of them that share a skeleton are taken for each other. There are two, since a capital
 * looks like other letters than its small one: "AII" like "all", and like "aii".
 * Source: Unicode Technical Standard 39, section 4, "Confusable Detection".
 */
export function skeletonsOf(pseudonym: string): readonly string[] {
  const letters = bare(pseudonym.normalize('NFKC'));
  const skeletons = [letters, letters.toLowerCase()].map((text) =>
    bare(rectifyConfusion(text)).toLowerCase(),
  );
  return [...new Set(skeletons)];
}

const reserved = new Set(RESERVED.flatMap(skeletonsOf));

/** Whether a pseudonym is such a name, or has one among its words, be it several or numbered. */
const isReserved = (pseudonym: string): boolean =>
  [pseudonym, ...pseudonym.split(/[ '’._-]+/u)]
    .flatMap((word) => [word, word.replace(/s?\p{Nd}*$/iu, '')])
    .flatMap(skeletonsOf)
    .some((skeleton) => reserved.has(skeleton));

/**
 * A pseudonym as the class writes it: composed characters, single spaces.
 * @throws ClassError `BAD_PSEUDONYM`
 */
export function readPseudonym(text: string): string {
  const pseudonym = text
    .slice(0, 4 * MAX_LENGTH)
    .normalize('NFKC')
    .trim()
    .replace(/ +/g, ' ');
  const isTooLong = text.length > 4 * MAX_LENGTH || [...pseudonym].length > MAX_LENGTH;
  const isInvisible = pseudonym.replace(INVISIBLE, '') !== pseudonym;
  if (isTooLong || isInvisible || !PSEUDONYM.test(pseudonym) || isReserved(pseudonym))
    throw new ClassError('BAD_PSEUDONYM');
  return pseudonym;
}
