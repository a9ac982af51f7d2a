// Tells which words of a French sentence its author says, denies or only supposes.
import type { Word } from './answer-words.ts';

/**
 * « n’est pas chiffré » denies, « empêche de lire » prevents. Left open is what is only supposed (« si le serveur avait la clé »), and what a
 * denial is about (« l’horloge du serveur ne compte pas »): alone it says nothing.
 */
export type Standing = 'said' | 'denied' | 'prevented' | 'open';

const set = (words: string) => new Set(words.split(' '));

const SECOND_HALVES = set(
  'pas jamais rien plus aucun aucune aucunement personne ni point guere nullement nul nulle',
);
/** « pas seulement » says what « pas » seems to deny. */
const LIMITS = set('seulement uniquement juste simplement');
/** Verbs that « ne » alone denies. */
const NE_ALONE = set('peut peuvent peux saurait sauraient sait cesse puisse');
const NOBODY = set('personne rien nul nulle');
/** What denies the next few words, up to a comma. */
const SHORT = set('aucun aucune aucunement nul nulle nullement ni sans non inutile');
/** What follows these is prevented. */
export const PREVENTS = /^(?:empech|interdi|evit)/;
const CANNOT = set('impossible incapable incapables impossibles');
/** What begins a clause, in which the denial of the one before is over. */
const OPENERS = set(
  'mais car donc or cependant pourtant toutefois neanmoins puisque puisqu tandis alors parce sinon',
);
const SUBJECTS = set('il ils elle elles on je j nous vous tu ca cela ceci');
/** « , le serveur peut … » begins a clause, « , un déni de service » goes on with a list. */
const DETERMINERS = set('le la les l un une des ce cet cette ces son sa ses leur leurs');
const FINITE = set(
  'est sont etait etaient peut peuvent pourrait pourraient va vont doit doivent reste restent',
);
const SUBJECT_REACH = 5;
/** Before a pronoun, they tie its clause to the one before. */
const TIES = set('qu que s si dont ou quand lorsqu pour avec par a chez entre de d sur contre vers');
/** What is before them is not what the clause behind them is about. */
const SUBORDINATES = set('qui que qu dont quand lorsque lorsqu pour afin');
/** « l’asymétrique est inutile » */
const DISMISSES = /^(?:inutile|superflu|insuffisant|negligeable|exclu)/;
/** « ne veut pas dire que », « il n’est pas vrai que »: what follows « que » is neither said nor denied. */
const CLAIMS = /^(?:dire|signifi|impliqu|prouv|vrai|exact|juste|certain)/;
const CLAIM_ENDS = set('mais or car');
const NE_REACH = 7;
const SHORT_REACH = 6;
const LONG_REACH = 20;

/** Whether a word begins a clause of its own. */
function opens(words: readonly Word[], at: number): boolean {
  const { text = '', gap = 'space' } = words[at] ?? {};
  const before = words[at - 1]?.text ?? '';
  if (gap === 'clause') return true;
  if (OPENERS.has(text)) return !(text === 'parce' && (before === 'pas' || before === 'non'));
  if (gap === 'comma' && DETERMINERS.has(text))
    return words.slice(at + 1, at + SUBJECT_REACH).some((word) => FINITE.has(word.text));
  if (gap === 'hyphen' || TIES.has(before)) return false;
  const isThis =
    text === 'c' || (text === 'ce' && /^(?:n|ne|sera|serait|sont)$/.test(words[at + 1]?.text ?? ''));
  return isThis || SUBJECTS.has(text);
}

/** Where « pas » and its like stand behind this « ne »; undefined where it denies nothing, as in « ne fait que ». */
function secondHalf(words: readonly Word[], at: number): number | undefined {
  for (let next = at + 1; next <= at + NE_REACH && next < words.length; next++) {
    const { text = '', gap } = words[next] ?? {};
    if (gap === 'clause') break;
    if (SECOND_HALVES.has(text)) return LIMITS.has(words[next + 1]?.text ?? '') ? undefined : next;
    if (text === 'que' || text === 'qu') return undefined;
  }
  const isSubject = NOBODY.has(words[at - 1]?.text ?? ''); // « personne ne … »
  return isSubject || NE_ALONE.has(words[at + 1]?.text ?? '') ? at : undefined;
}

/** How far a denial reaches that begins at this word, in words; 0 where none does. */
function reachOf(words: readonly Word[], at: number, isBehindNe: boolean): number {
  const { text = '' } = words[at] ?? {};
  const next = words[at + 1]?.text ?? '';
  if (text === 'ne' || text === 'n') return secondHalf(words, at) === undefined ? 0 : LONG_REACH;
  if (text === 'pas' || text === 'jamais') return isBehindNe || LIMITS.has(next) ? 0 : LONG_REACH;
  if (text === 'rien') return LONG_REACH;
  if (SHORT.has(text)) return SHORT_REACH;
  const isInstead =
    (text === 'lieu' && /^d[eu]?$/.test(next)) ||
    (text === 'plutot' && /^qu?e?$/.test(next)) ||
    (text === 'loin' && /^d/.test(next)) ||
    (text === 'contrairement' && /^aux?$/.test(next));
  return isInstead ? SHORT_REACH : 0;
}

/** @returns how each word of the sentence stands */
export function standingsOf(words: readonly Word[]): Standing[] {
  const standings: Standing[] = [];
  let standing: Standing = 'said';
  let left = 0;
  let isShort = false;
  /** behind « n’empêche », where « ni » denies nothing */
  let isAllowed = false;
  /** behind « ne veut pas dire que » */
  let isClaim = false;
  let half = -1;
  let lastNe = Number.NEGATIVE_INFINITY;
  let subject = 0;
  /** What was said from the subject on, is what the denial is about. */
  const leaveOpen = () => {
    for (let at = subject; at < standings.length; at++) if (standings[at] === 'said') standings[at] = 'open';
  };

  words.forEach(({ text, gap }, at) => {
    if (isClaim && gap !== 'clause' && !CLAIM_ENDS.has(text)) {
      standings.push('open');
      return;
    }
    isClaim = false;
    const isOpening = at > half && opens(words, at); // « n’a donc pas » is one denial
    if (isOpening) isAllowed = false;
    if (isOpening || left === 0 || (gap === 'comma' && (isShort || standing === 'open'))) {
      standing = 'said';
      left = 0;
    }
    if (isOpening || gap === 'comma' || SUBORDINATES.has(text)) subject = at;
    if (text === 'ne' || text === 'n') {
      lastNe = at;
      half = secondHalf(words, at) ?? at;
    }
    const reach = reachOf(words, at, at - lastNe <= NE_REACH);
    const isIf = text === 'si' || (text === 's' && /^ils?$/.test(words[at + 1]?.text ?? ''));
    const isDenying = reach > 0 && standing !== 'denied' && !(text === 'ni' && isAllowed);
    if (DISMISSES.test(text) && standing === 'said') leaveOpen();
    // A word that denies stands as what was before it: « sans graine » says « sans ».
    standings.push(standing);
    if (isDenying) {
      standing = 'denied';
      left = reach + 1;
      isShort = reach === SHORT_REACH;
      if (!isShort) leaveOpen();
      if (text === 'pas' && gap === 'space' && at > 0) standings[at - 1] = 'denied'; // « il lit pas »
    } else if (isIf && words[at - 1]?.text !== 'meme') {
      standing = 'open';
      left = LONG_REACH;
      isShort = false;
    }
    if (PREVENTS.test(text) || CANNOT.has(text)) {
      // « n’empêche pas de lire » says that one reads
      isAllowed = standing === 'denied';
      standing = standing === 'denied' ? 'said' : CANNOT.has(text) ? 'denied' : 'prevented';
      left = standing === 'said' ? 0 : LONG_REACH;
      isShort = false;
    }
    left = Math.max(0, left - 1);
    isClaim = standings[at] === 'denied' && CLAIMS.test(text) && /^qu?e?$/.test(words[at + 1]?.text ?? '');
  });
  return standings;
}
