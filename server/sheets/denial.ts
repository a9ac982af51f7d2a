// Tells which words of a sentence its author says, denies or only supposes.
import type { Word } from './answer-words.ts';
import { type Grammar, LONG_REACH, SHORT_REACH, textOf } from './grammar.ts';

/**
 * « n’est pas chiffré » denies, « empêche de lire » prevents. Left open is what is only supposed (« si le serveur avait la clé »), and what a
 * denial is about (« le serveur ne lit pas »): alone it says nothing. Dismissed is what does not matter (« l’horloge du serveur ne compte pas ») or only
 * seems so: what else is said is not said of it.
 */
export type Standing = 'said' | 'denied' | 'prevented' | 'open' | 'dismissed';

const SUBJECT_REACH = 5;
/** in words, of what dismisses a subject */
const DISMISSAL_REACH = 8;

/** Whether a word begins a clause of its own. */
function opens(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const { text = '', gap = 'space' } = words[at] ?? {};
  const before = words[at - 1]?.text ?? '';
  if (gap === 'clause') return true;
  if (grammar.openers.has(text)) return !grammar.boundOpeners.test(`${before} ${text}`);
  if (gap === 'comma' && grammar.determiners.has(text))
    return words.slice(at + 1, at + SUBJECT_REACH).some((word) => grammar.finite.has(word.text));
  if (gap === 'hyphen' || grammar.ties.has(before)) return false;
  return grammar.isSubject(words, at);
}

/** The words from there to the end of their part of the sentence. */
function partFrom(words: readonly Word[], at: number, most: number): string {
  const part = words.slice(at, at + most);
  const end = part.findIndex(({ gap }, index) => index > 0 && (gap === 'clause' || gap === 'comma'));
  const text = textOf(part.slice(0, end === -1 ? undefined : end));
  const isWhole = end !== -1 || at + most >= words.length;
  return isWhole ? `${text} .` : text;
}

/** Up to where a word only seems to be so: « semble neutre, mais il voit »; the word itself where it does not. */
function seemingEnd(words: readonly Word[], at: number, grammar: Grammar): number {
  if (!grammar.seems.test(words[at]?.text ?? '')) return at;
  let begin = at;
  while (begin > 0 && words[begin]?.gap !== 'clause' && words[begin]?.gap !== 'comma') begin--;
  const isConceded = grammar.concedes.test(textOf(words.slice(begin, at)));
  const end = words.findIndex(
    ({ text, gap }, index) =>
      index > at && (grammar.contrasts.has(text) || (isConceded && (gap === 'comma' || gap === 'clause'))),
  );
  return end === -1 ? at : end;
}

/** @returns how each word of the sentence stands */
export function standingsOf(words: readonly Word[], grammar: Grammar): Standing[] {
  const standings: Standing[] = [];
  const denials = grammar.denialsOf(words);
  let standing: Standing = 'said';
  let left = 0;
  let isShort = false;
  /** behind « n’empêche », where « ni » denies nothing */
  let isAllowed = false;
  /** behind « ne veut pas dire que » */
  let isClaim = false;
  let denialEnd = -1;
  let subject = 0;
  let clause = 0;
  let seeming = -1;
  /** What was said from the subject on, is what the denial is about. */
  const leaveOpen = () => {
    for (let at = subject; at < standings.length; at++) if (standings[at] === 'said') standings[at] = 'open';
  };

  /** « les fuseaux, eux, ne comptent pas »: the subject stands before the comma. */
  const dismiss = () => {
    const from = grammar.predicate.test(words[subject]?.text ?? '') ? clause : subject;
    for (let at = from; at < standings.length; at++)
      if (standings[at] === 'said' || standings[at] === 'open') standings[at] = 'dismissed';
  };

  words.forEach(({ text, gap }, at) => {
    if (isClaim && gap !== 'clause' && !grammar.claimEnds.has(text)) {
      standings.push('open');
      return;
    }
    isClaim = false;
    const isOpening = at > denialEnd && opens(words, at, grammar); // « n’a donc pas » is one denial
    if (isOpening) isAllowed = false;
    if (isOpening || left === 0 || (gap === 'comma' && (isShort || standing === 'open'))) {
      standing = 'said';
      left = 0;
    }
    if (isOpening) clause = at;
    if (isOpening || gap === 'comma' || grammar.subordinates.has(text)) subject = at;
    denialEnd = Math.max(denialEnd, grammar.denialEnd(words, at));
    const { reach = 0, isBackward = false } = denials[at] ?? {};
    const isDenying = reach > 0 && standing !== 'denied' && !(text === grammar.nor && isAllowed);
    if (grammar.dismisses.test(text) && standing === 'said') leaveOpen();
    if (grammar.dismissal.test(partFrom(words, at, DISMISSAL_REACH))) dismiss();
    seeming = Math.max(seeming, seemingEnd(words, at, grammar));
    // A word that denies stands as what was before it: « sans graine » says « sans ».
    standings.push(standing === 'said' && at < seeming ? 'dismissed' : standing);
    if (isDenying) {
      standing = 'denied';
      left = reach + 1;
      isShort = reach === SHORT_REACH;
      if (!isShort) leaveOpen();
      if (isBackward && at > 0) standings[at - 1] = 'denied';
    } else if (grammar.supposes(words, at)) {
      standing = 'open';
      left = LONG_REACH;
      isShort = false;
    }
    if (grammar.prevents(words, at) || grammar.cannot.has(text)) {
      // « n’empêche pas de lire » says that one reads
      isAllowed = standing === 'denied';
      standing = standing === 'denied' ? 'said' : grammar.cannot.has(text) ? 'denied' : 'prevented';
      left = standing === 'said' ? 0 : LONG_REACH;
      isShort = false;
    }
    left = Math.max(0, left - 1);
    isClaim =
      standings[at] === 'denied' &&
      grammar.claims.test(text) &&
      grammar.claimed.test(words[at + 1]?.text ?? '');
  });
  return standings;
}
