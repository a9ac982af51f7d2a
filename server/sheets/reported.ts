// Tells which sentences their author stands by, and which are questions, opinions of others’, or called false.
import type { Sentence, Word } from './answer-words.ts';

const FALSE = /^(?:faux|fausse|fausses|inexacte?s?|incorrecte?s?|abusif|abusive)$/;
const IS = /^(?:est|sont|serait|etait|idee|c)$/;
const BELIEVE = /^(?:croire|croit|croient|penser|pense|pensent|imaginer|imagine|imaginent|croyance)$/;
const SAY = /^(?:lit|dit|disent|ecrit|ecrivent|repond|repondent|repondu|ecrits)$/;
const MANY =
  /^(?:on|pourrait|pourraient|souvent|certains|beaucoup|tentant|laisse|tendance|gens|facile|plupart)$/;
const OTHERS = /^(?:certains|beaucoup|souvent|parfois|plupart|gens)$/;
/** « je croyais », « supposons », « prétendre »: none of these is what one says oneself, now. */
const NOT_NOW =
  /^(?:croyais|croyait|pensais|pensait|hesite|hesitais|suppose|supposons|admettons|imaginons|pretendre|confondre|confondu|confonds|confusion|mythe|prejuge)$/;
const VERDICT =
  /^(?:(?:mais )?(?:c est|ce serait|c etait) (?:donc |pourtant |en fait )?(?:faux|une erreur|inexact|l inverse|le contraire)|non |faux|pas du tout|au contraire|ce n est pas le cas|or c est faux)/;

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

/** « … est une erreur », « l’erreur de croire », and not « c’est une erreur de chiffrement ». */
function isVerdict(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (/^(?:de|d) (?:croire|penser|dire)/.test(textOf(words.slice(at + 1, at + 3)))) return true;
  const ends =
    next === undefined || next.gap !== 'space' || /^(?:classique|courante|frequente)$/.test(next.text);
  return ends && /(?:est|serait) une$/.test(textOf(words.slice(Math.max(0, at - 2), at)));
}

/** Whether the sentence names an opinion that is others’ or was its author’s once, or an error. */
function isReported(words: readonly Word[]): boolean {
  if (/^(?:dire|affirmer|soutenir) qu/.test(textOf(words.slice(0, 2)))) return true;
  return words.some(({ text }, at) => {
    const next = words[at + 1]?.text ?? '';
    const before = (count: number) => words.slice(Math.max(0, at - count), at).map((word) => word.text);
    if (FALSE.test(text))
      return before(3).some((word) => IS.test(word)) || /^(?:piste|idee|croyance|evidence)/.test(next);
    if (BELIEVE.test(text)) return before(3).some((word) => MANY.test(word)) || MANY.test(next);
    if (text === 'tort') return before(1).includes('a');
    if (text === 'recue' || text === 'recues') return before(1).some((word) => word.startsWith('idee'));
    if (text === 'erreur') return isVerdict(words, at);
    if (text === 'contrairement')
      return /^a (?:ce qu|l idee|une idee)/.test(textOf(words.slice(at + 1, at + 5)));
    if (SAY.test(text))
      return before(4).some((word) => OTHERS.test(word) || word === 'avais') || OTHERS.test(next);
    return NOT_NOW.test(text);
  });
}

/** Whether nothing in a sentence can be held against its author: a question, an opinion of others’, or what he calls false in the next one. */
export function isRefused({ words, isQuestion }: Sentence, next: Sentence | undefined): boolean {
  if (isQuestion || isReported(words)) return true;
  return next !== undefined && VERDICT.test(`${textOf(next.words.slice(0, 8))} `);
}
