// The notation of the cues by which a false belief is found in an answer.
import { plainWord } from './answer-words.ts';

/*
 * A cue is in the language of the answers in which it is looked for; what denies and what reports in that language, its grammar says (`french.ts`,
 * `english.ts`). It is one line:
 *
 *     urandom previsible|devinable not secret unless random nowhere csprng
 *
 * - All its words must stand in one sentence, in any order, twenty words apart at most: here `urandom`, and `previsible` or `devinable`.
 * - `a|b` is either of two words; `previs*` is any word that begins so; `deni+service` is one word soon after the other,
 *   at most two others between them, so « déni de service ».
 * - Accents, capitals, the ending of a plural and typing errors do not matter: one error in a word of five to seven letters, two in a longer one; in a beginning,
 *   one from seven letters on. The first letter must be right.
 * - A word counts where the student says it: not where he denies it (« n’est pas prévisible »), only supposes it (« si le serveur … ») or
 *   reports it (« on pourrait croire … », « … est faux », a question). `not WORD` wants it denied.
 *   What « empêche » or « évite » governs is said by a cue that names that verb, and denied elsewhere.
 * - Code blocks and quotations are not the student's words; the sentence that only names its subject (« l’horloge du serveur ne compte pas »)
 *   shows nothing, and what does not matter (« ne jouent aucun rôle ») or only seems so (« semble neutre mais ») counts for no word of a cue without `not`.
 * - After `unless`, words that excuse the sentence; after `nowhere`, words that excuse the whole answer. One is enough, said or denied.
 */

/** A word in plain letters; behind a beginning stands `*`. */
export type Pattern = string;

/** Words that follow each other. */
export type Phrase = readonly Pattern[];

export interface Group {
  /** any of them will do */
  readonly phrases: readonly Phrase[];
  readonly isDenied: boolean;
}

export interface Cue {
  readonly groups: readonly Group[];
  readonly unless: readonly Phrase[];
  readonly nowhere: readonly Phrase[];
}

function phraseOf(text: string): Phrase {
  const words = text.split(/\+|(?<=[\p{L}\p{N}])[-’']/u).map(plainWord);
  if (!words.every((word) => /^-?[a-z0-9]+$|^[a-z0-9]{3,}\*$/.test(word)))
    throw new Error(`“${text}” is no word of a cue, nor words joined by +`);
  return words;
}

const phrasesOf = (text: string) => text.split('|').map(phraseOf);

/** @throws Error where the text is no cue */
export function parseCue(text: string): Cue {
  const groups: Group[] = [];
  const excuses: { unless: Phrase[]; nowhere: Phrase[] } = { unless: [], nowhere: [] };
  let part: 'words' | 'unless' | 'nowhere' = 'words';
  let isDenied = false;
  for (const word of text.trim().split(/\s+/)) {
    if (word === 'unless' || word === 'nowhere') part = word;
    else if (part !== 'words') excuses[part].push(...phrasesOf(word));
    else if (word === 'not') isDenied = true;
    else {
      groups.push({ phrases: phrasesOf(word), isDenied });
      isDenied = false;
    }
  }
  if (groups.length === 0 || isDenied) throw new Error(`“${text}” is no cue`);
  return { groups, ...excuses };
}
