// Two texts that nobody knows beforehand: where to meet, and a secret of three words drawn from many.
import type { Random } from '#lab/stage.ts';

export interface SecretPair {
  readonly texts: readonly [string, string];
  /** the words of one of them that whoever carries both may well guess */
  readonly hint: string;
}

// Each opening is at least as long as each beginning below, and so short that the hint lies on the secret words.
const OPENINGS = [
  'je passe te prendre ici ',
  'je serai devant la gare ',
  'on se retrouve au marché ',
  'nous partons tous à vélo ',
  'rendez-vous au cinéma ',
] as const;
const HINTS = ['vendredi soir', 'mercredi soir', 'dimanche soir', 'samedi matin', 'vendredi midi'] as const;
const ENDS = [' sans faute', ' comme convenu', ' avec Paul', ' si tu veux'] as const;

const BEGINNINGS = ['le mot de passe est ', 'le code du coffre : ', 'la phrase convenue : '] as const;
/** At least six letters each, one byte a letter. */
const WORDS = [
  ...[
    'abricot',
    'bateau',
    'boussole',
    'castor',
    'cerise',
    'chemise',
    'cheval',
    'citron',
    'dragon',
    'escargot',
  ],
  ...[
    'fontaine',
    'girafe',
    'grenier',
    'guitare',
    'horloge',
    'jardin',
    'lanterne',
    'lavande',
    'marron',
    'moulin',
  ],
  ...['muguet', 'navire', 'olivier', 'orange', 'papier', 'pendule', 'poivre', 'renard', 'rivage', 'sorbet'],
  ...['tambour', 'tortue', 'tournesol', 'truite', 'vanille', 'violon', 'voilier', 'zigzag'],
] as const;

export function drawPair(random: Random): SecretPair {
  const draw = <T>(list: readonly [T, ...T[]]): T => list[(random(1)[0] ?? 0) % list.length] ?? list[0];
  const hint = draw(HINTS);
  const meeting = `${draw(OPENINGS)}${hint}${draw(ENDS)}`;
  const secret = `${draw(BEGINNINGS)}${draw(WORDS)} ${draw(WORDS)} ${draw(WORDS)}`;
  return { texts: [meeting, secret], hint };
}
