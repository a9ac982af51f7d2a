// What the two hidden texts of question 6 are drawn from, in each language.
import type { Lang } from '../i18n/langs.ts';

type Some = readonly [string, ...string[]];

export interface SecretWords {
  /** each at least as long as each beginning, and so short that the hint lies on the secret words */
  readonly openings: Some;
  readonly hints: Some;
  readonly ends: Some;
  readonly beginnings: Some;
  /** at least six letters each, one byte a letter */
  readonly words: Some;
}

export const secretWords: Readonly<Record<Lang, SecretWords>> = {
  fr: {
    openings: [
      'je passe te prendre ici ',
      'je serai devant la gare ',
      'on se retrouve au marché ',
      'nous partons tous à vélo ',
      'rendez-vous au cinéma ',
    ],
    hints: ['vendredi soir', 'mercredi soir', 'dimanche soir', 'samedi matin', 'vendredi midi'],
    ends: [' sans faute', ' comme convenu', ' avec Paul', ' si tu veux'],
    beginnings: ['le mot de passe est ', 'le code du coffre : ', 'la phrase convenue : '],
    words: [
      ...(['abricot', 'bateau', 'boussole', 'castor', 'cerise', 'chemise', 'cheval', 'citron'] as const),
      ...['dragon', 'escargot', 'fontaine', 'girafe', 'grenier', 'guitare', 'horloge', 'jardin'],
      ...['lanterne', 'lavande', 'marron', 'moulin', 'muguet', 'navire', 'olivier', 'orange'],
      ...['papier', 'pendule', 'poivre', 'renard', 'rivage', 'sorbet', 'tambour', 'tortue'],
      ...['tournesol', 'truite', 'vanille', 'violon', 'voilier', 'zigzag'],
    ],
  },
  en: {
    openings: [
      'i will wait at the bus ',
      'let us meet at the pool ',
      'we all take our bicycles ',
      'the cinema, row seven, ',
      'come to the old market ',
    ],
    hints: ['friday evening', 'sunday evening', 'monday morning', 'friday at noon', 'tuesday night'],
    ends: [' without fail', ' as agreed', ' with Paul', ' if you like'],
    beginnings: ['the new password is ', 'the agreed phrase is ', 'the safe opens with '],
    words: [
      ...(['anchor', 'apricot', 'basket', 'beaver', 'candle', 'cherry', 'compass', 'cottage'] as const),
      ...['dragon', 'feather', 'fountain', 'garden', 'giraffe', 'guitar', 'hammer', 'harbour'],
      ...['kettle', 'ladder', 'lantern', 'lavender', 'marble', 'meadow', 'needle', 'orange'],
      ...['parrot', 'pencil', 'pepper', 'ribbon', 'saddle', 'sailboat', 'sorbet', 'sunflower'],
      ...['tortoise', 'trumpet', 'tunnel', 'vanilla', 'violin', 'zigzag'],
    ],
  },
};
