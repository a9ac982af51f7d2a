// English, as the matcher of false beliefs knows it: what denies, what supposes, what reports.
import type { Word } from './answer-words.ts';
import { type Denial, type Grammar, LONG_REACH, SHORT_REACH, setOf, textOf } from './grammar.ts';

const LONG = setOf(
  'not never cannot nothing nobody none cant dont doesnt isnt arent wont wouldnt couldnt didnt wasnt werent shouldnt hasnt havent',
);
/** What stands before the t of “isn’t”, which is a word of its own here. */
const BEFORE_T =
  /^(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had|need|must|mights?|ai)n$/;
/** What denies the next few words, up to a comma. */
const SHORT = setOf('no without neither nor unlike');
const INSTEAD = /^(?:instead of|rather than|opposed to|far from|contrary to|fails? to|failing to|failed to)$/;
/** “nothing but a pipe”, “no more than a pipe” say what they seem to deny; “no the server …” answers, and denies nothing behind it. */
const LIMITS =
  /^(?:nothing (?:but|more|else)|no (?:more|different|the|it|this|that|because|since|we|you|they|there|as|in))$/;
/** “a star, not a mesh”: what stands before such a “not” begins a part of its own. */
const BEFORE_SHORT_NOT = setOf('and but or');
const PREVENTION = /^(?:prevent|forbid|avoid)|^stop(?:s|ped|ping|\*)?$/;
/** “keeps the server from”, in words */
const FROM_REACH = 6;
const PRONOUNS = setOf(
  'i you he she it we they this that there anyone anybody everyone everybody one nobody nothing',
);
const FINITE = setOf(
  'is are was were s re can could will would may might must should has have had does do did cannot isn aren wasn can don doesn didn won couldn ll',
);

function reachOf(words: readonly Word[], at: number): number {
  const { text = '', gap } = words[at] ?? {};
  const before = words[at - 1]?.text ?? '';
  const pair = `${text} ${words[at + 1]?.text ?? ''}`;
  if (LIMITS.test(pair)) return 0;
  if (text === 'not') {
    const isPart = gap === 'comma' || gap === 'clause' || BEFORE_SHORT_NOT.has(before);
    return isPart || /^not (?:only|just|merely|simply)$/.test(pair) ? SHORT_REACH : LONG_REACH;
  }
  if (text === 't') return BEFORE_T.test(before) || before === 'can' ? LONG_REACH : 0;
  if (LONG.has(text) || pair === 'no one' || pair === 'no longer') return LONG_REACH;
  return SHORT.has(text) || INSTEAD.test(pair) ? SHORT_REACH : 0;
}

function denialsOf(words: readonly Word[]): Denial[] {
  return words.map(({ text, gap }, at) => ({
    reach: reachOf(words, at),
    isBackward: text === 'nothing' && gap === 'space', // “it can change nothing”
  }));
}

/** “it is”, and not the “it” of “to read it”, nor the “one” of “no one”, which denies. */
function isSubject(words: readonly Word[], at: number): boolean {
  const { text = '', gap } = words[at] ?? {};
  if (text === 'one' && words[at - 1]?.text === 'no') return false;
  return PRONOUNS.has(text) && (gap === 'comma' || FINITE.has(words[at + 1]?.text ?? ''));
}

const NAMES_IT = 'it|this|that|which|idea|answer|statement|belief|claim|opinion|first';
const ADVERBS =
  '(?:(?:just|simply|completely|totally|quite|however|in fact|actually|obviously|clearly|then|therefore|also) )*';
const OTHERS = 'some|many|most|people|students|others|somebody|someone|everyone|everybody|beginners';
const ANYONE = 'you|one|we|they';
const THINK = '(?:think|believe|assume|imagine|say|claim|answer|argue|conclude|fear|suppose|expect)s?';

/** “some think that”, “it is false that”, “I first wrote”, “the error is to believe”: none of these is what one says oneself, now. */
const REPORTED = new RegExp(
  [
    `(?:${NAMES_IT}) (?:is|s|was|would be|seems) ${ADVERBS}(?:wrong|mistaken)`,
    `(?:is|are|s|be|was) ${ADVERBS}(?:false|untrue|incorrect|inaccurate)`,
    `(?:is|s|be) ${ADVERBS}(?:a|an|the) (?:common |classic |usual |frequent )?(?:mistake|error|misconception|myth|trap|fallacy)(?:$| (?:to|of) (?:think|believ|say)\\w*)`,
    '(?:mistake|error|trap|temptation) (?:is|of|would be|to) (?:to )?(?:think|believ|say|assum|conclud)\\w*',
    'false (?:lead|idea|belief|trail|friend|claim)',
    `(?:${OTHERS}) (?:\\w+ ){0,2}(?:${THINK}|answered|wrote|said|thought)`,
    `(?:${ANYONE}) (?:might|may|could|would|d|often|sometimes) (?:be tempted to |well |also |easily |first )*(?:${THINK})`,
    '(?:is|are|s) (?:often|commonly|sometimes|widely) (?:said|thought|believed|assumed|heard)',
    '(?:it is|it s|be|is) (?:tempting|easy|naive|wrong|tempted) to (?:think|believe|say|see|assume|answer|conclude)',
    '(?:i|we) (?:had )?(?:first |once |at first |initially |also )?(?:thought|believed|hesitated|assumed|written|used to|first wrote|wrote at first|wondered)',
    '(?:assignment|handout|label|lab|word) (?:\\w+ )?(?:suggests|claims|hints|implies|pretends|says|asks)',
    '(?:leads?|makes?|lets?|have) (?:you |us |one |people )?(?:to )?(?:think|believe)',
    'contrary to (?:what|popular|common|(?:a|the) (?:\\w+ )?(?:idea|belief|opinion))',
    'suppos(?:e|ing|edly)|assuming|pretend(?:ing)?|misconception|prejudice|myth|(?:wrongly|mistakenly)|so called',
    'confus(?:e|ed|ing|ion) (?:it |this |them |that )?(?:with|between|of)|do not confuse',
  ]
    .map((part) => `(?:\\b(?:${part})\\b)`)
    .join('|'),
);

const WEIGHT =
  '(?:effect|part|role|influence|impact|bearing|importance|consequence|difference|relevance|weight)s?';
/** “have no effect”, “do not matter”, “have nothing to do with it”; “…, urandom is not.”; “TLS alone would leave …”. */
const DISMISSAL = new RegExp(
  [
    `no (?:\\w+ )?${WEIGHT}\\b`,
    `(?:not|t|never) (?:really |even |actually )?(?:(?:have|play|make|be|of) )?(?:any |an? |the |much )?(?:\\w+ )?(?:${WEIGHT}|matter|count|intervene|come into|enter|relevant|involved|concerned)\\b`,
    'nothing to do with',
    '(?:is|are|was|were|does|do|did|can|could|will|would|has|have) not \\.',
    '(?:isn|aren|wasn|weren|doesn|don|didn|can|couldn|won|wouldn|hasn|haven) t \\.',
    'cannot \\.',
    '(?:alone|itself|own) (?:would |will |could )?(?:(?:still|only|just|merely) \\w|(?:leaves?|lets?|exposes?|fails?|breaks?|stops?)\\b)',
  ]
    .map((part) => `(?:^${part})`)
    .join('|'),
);

export const english: Grammar = {
  endings: ['s', 'es'],
  noTypos: setOf(
    'replay reply relay replays replies relays sever serve serves served serving content context contents present prevent taken token logic login attach attack state stage stats counted counter counts sort short latter later guess guest match march trusty quiet quite check checks checked',
  ),
  openers: setOf(
    'but except because so since hence therefore however although though yet whereas thus otherwise then',
  ),
  boundOpeners: /^(?:(?:not|t|just|only) because|(?:not|t|never|or|be|is) so|(?:not|t) (?:yet|since))$/,
  determiners: setOf('the a an its his her their this that these those each every'),
  finite: setOf('is are was were can could will would may might must should has have does do remains stays'),
  ties: setOf(
    'that which who whom whose what when where why how if whether while for with by to at of in on from than until once',
  ),
  subordinates: setOf('that which who when where because whose'),
  isSubject,
  denialsOf,
  denialEnd: (_, at) => at,
  nor: 'nor',
  prevents(words, at) {
    const { text = '' } = words[at] ?? {};
    const keeps = /^(?:keep|keeps|kept|hinders?|bars?|saves?)$/.test(text);
    return keeps
      ? words.slice(at + 1, at + FROM_REACH).some((word) => word.text === 'from')
      : PREVENTION.test(text);
  },
  prevention: PREVENTION,
  cannot: setOf('impossible unable incapable powerless'),
  dismisses: /^(?:useless|irrelevant|negligible|superfluous|pointless)/,
  dismissal: DISMISSAL,
  predicate: /^(?:ha(?:s|ve)|do(?:es)?|don|doesn|is|are|isn|aren|plays?|makes?)$/,
  seems: /^(?:seem|appear|look)(?:s|ed|ingly)?$|^(?:apparently|supposedly)$/,
  contrasts: setOf('but yet however though although whereas'),
  concedes: /\b(?:although|though|while|despite|even if)\b/,
  claims: /^(?:mean|means|imply|implies|prove|proves|true|right|correct|say|says|certain)$/,
  claimed: /^(?:that|it|they|you|we|the|this|a|an|its|anyone|anybody|one|nobody|there|your|everything|all)$/,
  claimEnds: setOf('but since because so'),
  supposes(words, at) {
    const { text = '' } = words[at] ?? {};
    return /^(?:if|whether|unless)$/.test(text) && !/^(?:even|as)$/.test(words[at - 1]?.text ?? '');
  },
  isReported(words) {
    const text = textOf(words);
    return (
      /^(?:saying|claiming|thinking|believing|to (?:say|think|claim|believe)) /.test(text) ||
      REPORTED.test(text)
    );
  },
  verdict:
    /^(?:(?:but |yet |well |and )?(?:it|this|that|which) (?:(?:is|s|was|would be) (?:in fact |actually |simply |just |quite |of course )?(?:false|wrong|untrue|incorrect|a mistake|an error|the opposite|not (?:true|so|right|the case))|isn t (?:true|so|right|the case))|no(?: (?:it|the|that|this|since|because|they|he|she|you|in|not)\b| $)|false|wrong|not (?:at all|so|true|quite)|on the contrary|the opposite|nothing of the)/,
  functionWords: setOf('the of and to it with by not for there from no if only at'),
  ownWords: setOf(
    'is are that this be can cannot which has have was will they he she its because so but does who when their should would could itself each enough before after',
  ),
};
