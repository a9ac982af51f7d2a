// French, as the matcher of false beliefs knows it: what denies, what supposes, what reports.
import type { Word } from './answer-words.ts';
import { type Denial, type Grammar, LONG_REACH, SHORT_REACH, setOf, textOf } from './grammar.ts';

const SECOND_HALVES = setOf(
  'pas jamais rien plus aucun aucune aucunement personne ni point guere nullement nul nulle',
);
/** « pas seulement » says what « pas » seems to deny. */
const LIMITS = setOf('seulement uniquement juste simplement');
/** Verbs that « ne » alone denies. */
const NE_ALONE = setOf('peut peuvent peux saurait sauraient sait cesse puisse');
const NOBODY = setOf('personne rien nul nulle');
/** What denies the next few words, up to a comma. */
const SHORT = setOf('aucun aucune aucunement nul nulle nullement ni sans non inutile');
const INSTEAD = /^(?:lieu d[eu]?|plutot qu?e?|loin d.*|contrairement aux?)$/;
const PREVENTION = /^(?:empech|interdi|evit)/;
const SUBJECTS = setOf('il ils elle elles on je j nous vous tu ca cela ceci');
const NE_REACH = 7;

const isNe = (text: string) => text === 'ne' || text === 'n';

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

function reachOf(words: readonly Word[], at: number, isBehindNe: boolean): number {
  const { text = '' } = words[at] ?? {};
  const next = words[at + 1]?.text ?? '';
  if (isNe(text)) return secondHalf(words, at) === undefined ? 0 : LONG_REACH;
  if (text === 'pas' || text === 'jamais') return isBehindNe || LIMITS.has(next) ? 0 : LONG_REACH;
  if (text === 'rien') return LONG_REACH;
  return SHORT.has(text) || INSTEAD.test(`${text} ${next}`) ? SHORT_REACH : 0;
}

function denialsOf(words: readonly Word[]): Denial[] {
  let lastNe = Number.NEGATIVE_INFINITY;
  return words.map(({ text, gap }, at) => {
    if (isNe(text)) lastNe = at;
    return {
      reach: reachOf(words, at, at - lastNe <= NE_REACH),
      isBackward: text === 'pas' && gap === 'space',
    };
  });
}

function isSubject(words: readonly Word[], at: number): boolean {
  const { text = '' } = words[at] ?? {};
  const isThis =
    text === 'c' || (text === 'ce' && /^(?:n|ne|sera|serait|sont)$/.test(words[at + 1]?.text ?? ''));
  return isThis || SUBJECTS.has(text);
}

const FALSE = /^(?:faux|fausse|fausses|inexacte?s?|incorrecte?s?|abusif|abusive)$/;
/** « l’heure du serveur est » : what is false behind it is the time, and not what is said. */
const CLOCK_IS = /\b(?:heure|horloge)s? (?:(?:du|de|de la|de l|des|d) \w+ )?(?:est|sont|soit|serait|etait)$/;
const OPINION = /\b(?:idee|affirmation|croyance|phrase|reponse)s?\b/;
const IS = /^(?:est|sont|serait|etait|idee|c)$/;
const BELIEVE = /^(?:croire|croit|croient|penser|pense|pensent|imaginer|imagine|imaginent|croyance)$/;
const SAY = /^(?:lit|dit|disent|ecrit|ecrivent|repond|repondent|repondu|ecrits)$/;
const MANY =
  /^(?:on|pourrait|pourraient|souvent|certains|beaucoup|tentant|laisse|tendance|gens|facile|plupart)$/;
const OTHERS = /^(?:certains|beaucoup|souvent|parfois|plupart|gens)$/;
/** « je croyais », « supposons », « prétendre »: none of these is what one says oneself, now. */
const NOT_NOW =
  /^(?:croyais|croyait|pensais|pensait|hesite|hesitais|suppose|supposons|admettons|imaginons|pretendre|confondre|confondu|confonds|confusion|mythe|prejuge)$/;

/** « … est une erreur », « l’erreur de croire », and not « c’est une erreur de chiffrement ». */
function isVerdict(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (/^(?:de|d) (?:croire|penser|dire)/.test(textOf(words.slice(at + 1, at + 3)))) return true;
  const ends =
    next === undefined || next.gap !== 'space' || /^(?:classique|courante|frequente)$/.test(next.text);
  return ends && /(?:est|serait) une$/.test(textOf(words.slice(Math.max(0, at - 2), at)));
}

/** « l’heure est fausse », and not « l’idée de l’heure est fausse ». */
function isOfClock(before: readonly Word[]): boolean {
  const text = textOf(before);
  return CLOCK_IS.test(text) && !OPINION.test(text);
}

function isReported(words: readonly Word[]): boolean {
  if (/^(?:dire|affirmer|soutenir) qu/.test(textOf(words.slice(0, 2)))) return true;
  return words.some(({ text }, at) => {
    const next = words[at + 1]?.text ?? '';
    const before = (count: number) => words.slice(Math.max(0, at - count), at).map((word) => word.text);
    if (FALSE.test(text) && !isOfClock(words.slice(0, at)))
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

const WEIGHT = '(?:effet|role|influence|importance|incidence|impact|consequence|rapport|difference)s?';
const HALF = '(?:pas|plus|jamais|rien|guere|nullement|aucunement)';
/** « ne jouent aucun rôle », « ne comptent pas », « n’ont rien à voir », « …, urandom ne l’est pas. », « TLS seul laisserait … ». */
const DISMISSAL = new RegExp(
  [
    `ne? (?:\\w+ ){1,2}(?:${HALF} )?(?:d |de |une? |la |le )?(?:aucune? |nulle? |moindre |grande? |vraiment )*${WEIGHT}\\b`,
    `ne? (?:y |en )?(?:compt|import|interv|influ|jou|entr|concern)\\w* (?:\\w+ ){0,2}?${HALF}\\b`,
    'ne? (?:ont|a|avait|avaient|aurait|auraient) (?:donc )?rien a voir',
    'ne? y (?:est|sont) pour rien',
    `sans (?:aucune? )?${WEIGHT}\\b`,
    'ne? (?:l |le )(?:est|sont|peut|peuvent|fait|font|a|ont|sait) (?:donc )?(?:pas|plus|jamais|guere) \\.',
    '(?:seule?s?|meme) (?:(?:ne )?(?:\\w+ )?)?(?:laiss|expos)(?:e|ent|erait|eraient)\\b',
  ]
    .map((part) => `(?:^${part})`)
    .join('|'),
);

export const french: Grammar = {
  endings: ['s'],
  noTypos: setOf(
    'faible faibles fiable fiables rejet rejets contre centre court courts cours valeur voleur texte teste tester',
  ),
  openers: setOf(
    'mais car donc or cependant pourtant toutefois neanmoins puisque puisqu tandis alors parce sinon',
  ),
  boundOpeners: /^(?:pas|non) parce$/,
  determiners: setOf('le la les l un une des ce cet cette ces son sa ses leur leurs'),
  finite: setOf('est sont etait etaient peut peuvent pourrait pourraient va vont doit doivent reste restent'),
  ties: setOf('qu que s si dont ou quand lorsqu pour avec par a chez entre de d sur contre vers'),
  subordinates: setOf('qui que qu dont quand lorsque lorsqu pour afin'),
  isSubject,
  denialsOf,
  denialEnd: (words, at) => (isNe(words[at]?.text ?? '') ? (secondHalf(words, at) ?? at) : at),
  nor: 'ni',
  prevents: (words, at) => PREVENTION.test(words[at]?.text ?? ''),
  prevention: PREVENTION,
  cannot: setOf('impossible incapable incapables impossibles'),
  dismisses: /^(?:inutile|superflu|insuffisant|negligeable|exclu)/,
  dismissal: DISMISSAL,
  predicate: /^(?:ne?|sont|est|sans)$/,
  seems: /^(?:sembl|parai|apparemment|apparence)|^air$/,
  contrasts: setOf('mais pourtant cependant toutefois neanmoins or'),
  concedes: /\b(?:bien qu|quoiqu|meme s|si|malgre)/,
  claims: /^(?:dire|signifi|impliqu|prouv|vrai|exact|juste|certain)/,
  claimed: /^qu?e?$/,
  claimEnds: setOf('mais or car'),
  supposes(words, at) {
    const { text } = words[at] ?? {};
    const isIf = text === 'si' || (text === 's' && /^ils?$/.test(words[at + 1]?.text ?? ''));
    return isIf && words[at - 1]?.text !== 'meme';
  },
  isReported,
  verdict:
    /^(?:(?:mais )?(?:c est|ce serait|c etait) (?:donc |pourtant |en fait )?(?:faux|une erreur|inexact|l inverse|le contraire)|non |faux|pas du tout|au contraire|ce n est pas le cas|or c est faux)/,
  functionWords: setOf('le la les l du des un une d c ce qui que qu sur par et ou au aux car se sa'),
  ownWords: setOf(
    'est sont cette ne pas pour avec dans il ils elle mais donc peut de sans chaque comme meme faut oui',
  ),
};
