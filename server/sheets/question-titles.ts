// The titles that the workbook gives its questions, by which an answer may be headed that has no number.
import { isNear } from './near-word.ts';

/** In French and in English, by number, without accents and punctuation; `question-titles.test.ts` holds them against the pages. */
const TITLES: readonly (readonly [string, string])[] = [
  ['comment s appelle cette topologie', 'what is this topology called'],
  ['que voit on dans les journaux du serveur', 'what can be seen in the server s logs'],
  ['quel principe de securite est viole', 'which security principle is violated'],
  ['quelle est la solution la plus simple', 'what is the simplest solution'],
  ['urandom est il un bon choix', 'is urandom a good choice'],
  [
    'pourquoi est il dangereux d employer soi meme des primitives',
    'why is it dangerous to use primitives yourself',
  ],
  [
    'le serveur ne lit plus rien en quoi peut il encore nous nuire',
    'the server can no longer read anything how can it still harm us',
  ],
  ['quelle propriete manque encore', 'which property is still missing'],
  ['pourquoi fernet est il moins risque', 'why is fernet less risky'],
  [
    'quelle attaque se sert de messages deja utilises',
    'which attack makes use of messages that have been used before',
  ],
  ['par quelle methode simple s en proteger', 'by what simple method can you protect yourself against it'],
  ['voit on une difference avec l etape precedente', 'is there a visible difference from the previous stage'],
  [
    'que se passe t il si l on retranche 45 s de l heure d emission',
    'what happens if you subtract 45 s from the time of sending',
  ],
  ['la duree de vie arrete t elle l attaque', 'does the time to live stop the attack'],
  ['quelles limites rencontre t on en pratique', 'which limits do you meet in practice'],
  ['quelles failles reste t il trouvez prouvez reparez', 'which flaws are left find prove repair'],
];
const LONGEST = 100;
const MOST_TYPOS = 2;

/** As the titles are written above. */
export const plainTitle = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** @returns the number of the question whose title the whole text is, with a typo or two; undefined where it is none */
export function titledQuestion(text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainTitle(text);
  const index = TITLES.findIndex((titles) => titles.some((title) => isNear(title, plain, MOST_TYPOS)));
  return index === -1 ? undefined : index + 1;
}
