// The matcher by itself: what a cue finds, what French denial, doubt and quotation excuse, and where it was found.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from './answer-words.ts';
import { beliefFinder } from './beliefs.ts';
import { parseCue } from './cue.ts';

/** The piece of the answer that shows the cue. */
function shows(answer: string, ...cues: string[]): string | undefined {
  const [found] = beliefFinder('fr', [{ id: 'it', cues }])(answer);
  return found && answer.slice(found.start, found.end);
}

describe('words', () => {
  test.each([
    'Oui, urandom est PRÉVISIBLE.',
    'urandom est donc previsible',
    'prévisible, comme l’est urandom',
    '`os.urandom` : c’est **prévisible**',
    'urandm est prévisble',
    'urandom\nest prévisible',
    '1. urandom est prévisible',
    'La sortie d’urandom (sous Linux) est pre\u0301visible',
  ])('are found in %j', (answer) => expect(shows(answer, 'urandom prévisible')).toBeDefined());

  test.each([
    'urandom est imprévisible',
    'urandom. Prévisible',
    'urandom\n\nest prévisible',
    'urandom\n- est prévisible',
    `urandom ${'et puis '.repeat(12)}prévisible`,
    '```\nurandom est prévisible\n```',
    '> urandom est prévisible',
  ])('are not found in %j', (answer) => expect(shows(answer, 'urandom prévisible')).toBeUndefined());

  test('may be one of several, begin so, or follow each other', () => {
    expect(shows('On a la clé.', 'mot|clé')).toBe('clé');
    expect(shows('une attaque prévisiblement facile', 'prévisib*')).toBe('prévisiblement');
    expect(shows('un déni du service', 'déni+service')).toBe('déni du service');
    expect(shows('un service qui est un vrai déni', 'déni+service')).toBeUndefined();
    expect(shows('un déni et, plus loin encore, un service', 'déni+service')).toBeUndefined();
    expect(shows('30 - 45 = -15', '30 45 -15')).toBe('30 - 45 = -15');
    expect(shows('30-15', '-15')).toBeUndefined();
  });

  test('have no typing errors where they are short, or would be another word', () => {
    expect(shows('la clef', 'cle')).toBeUndefined();
    expect(shows('une clé faible', 'fiable')).toBeUndefined();
    expect(shows('le rejet', 'rejeu')).toBeUndefined();
    expect(shows('les clés', 'clé')).toBe('clés');
  });

  test('may excuse their sentence, or the whole answer', () => {
    const [sentence, answer] = ['Kerckhoffs est violé.', 'C’est la confidentialité.'];
    expect(shows(`${sentence} ${answer}`, 'kerckhoffs unless confidentialité')).toBe('Kerckhoffs');
    expect(shows(`${sentence} ${answer}`, 'kerckhoffs nowhere confidentialité')).toBeUndefined();
    expect(shows(sentence, 'kerckhoffs unless clé|viol*')).toBeUndefined();
  });
});

describe('what is denied, supposed or reported is not said', () => {
  test.each([
    'Ce n’est pas Kerckhoffs.',
    'C’est pas Kerckhoffs',
    'Ce n’est ni la disponibilité ni Kerckhoffs.',
    'Ce principe n’est jamais celui de Kerckhoffs.',
    'La confidentialité, et non Kerckhoffs.',
    'C’est la confidentialité plutôt que Kerckhoffs.',
    'Rien ne viole Kerckhoffs.',
    'Personne ne viole ici Kerckhoffs.',
    'J’écarte une fausse piste, Kerckhoffs.',
    'Kerckhoffs n’est pas en cause.',
    'Si Kerckhoffs était violé, on le verrait.',
    'On pourrait croire que c’est Kerckhoffs, mais on lit tout.',
    'Contrairement à ce que l’on croit, c’est Kerckhoffs.',
    'L’idée que c’est Kerckhoffs est fausse.',
    'On dit à tort que c’est Kerckhoffs.',
    'Est-ce Kerckhoffs ?',
    'C’est Kerckhoffs. Faux !',
    'À ne pas confondre avec Kerckhoffs.',
    'Dire que c’est Kerckhoffs serait abusif.',
    'Prétendre que c’est Kerckhoffs est une erreur.',
    'J’avais d’abord écrit Kerckhoffs.',
    'Certains camarades ont répondu Kerckhoffs.',
    'Cela ne veut pas dire que l’on viole Kerckhoffs.',
    'Il n’est pas vrai que, faute de clé, il s’agisse de Kerckhoffs.',
    'Il est impossible que ce soit Kerckhoffs.',
    'ce n’est pas,\nà mon avis, Kerckhoffs',
    'Ce n’est pas la disponibilité, l’intégrité ou le principe de Kerckhoffs.',
    'La confidentialité n’a donc rien à voir avec Kerckhoffs.',
    'L’intégrité, au lieu de Kerckhoffs.',
    'Kerckhoffs est inutile ici.',
  ])('%s', (answer) => expect(shows(answer, 'kerckhoffs')).toBeUndefined());

  test.each([
    'Ce n’est pas l’intégrité mais Kerckhoffs.',
    'Ce n’est pas l’intégrité, c’est Kerckhoffs.',
    'Ce n’est pas seulement l’intégrité, Kerckhoffs aussi.',
    'Rien n’est chiffré. Kerckhoffs.',
    'Il ne s’agit que de Kerckhoffs.',
    'On ne chiffre pas, donc Kerckhoffs.',
    'Rien n’est chiffré, le principe violé est Kerckhoffs.',
    'Sans chiffrement, Kerckhoffs est violé.',
    'Même si on chiffre, c’est Kerckhoffs.',
    'Je pense que c’est Kerckhoffs.',
    'Cela ne veut pas dire grand-chose, mais c’est Kerckhoffs.',
    'C’est une erreur de conception : Kerckhoffs.',
  ])('but: %s', (answer) => expect(shows(answer, 'kerckhoffs')).toBe('Kerckhoffs'));

  test('a cue may want a word denied', () => {
    const cue = 'serveur not modifier|changer';
    expect(shows('Le serveur ne peut rien changer.', cue)).toBe('serveur ne peut rien changer');
    expect(shows('Le serveur est incapable de modifier.', cue)).toBeDefined();
    expect(shows('Le chiffrement empêche le serveur de modifier.', cue)).toBeUndefined(); // the server, too, is prevented
    expect(shows('Chiffrer empêche de modifier', 'chiffrer not modifier')).toBeDefined();
    expect(shows('Le serveur peut changer un octet.', cue)).toBeUndefined();
    expect(shows('Rien n’empêche le serveur de modifier.', cue)).toBeUndefined();
    expect(shows('Cela ne veut pas dire que le serveur ne peut rien changer.', cue)).toBeUndefined();
  });

  test('what is prevented is said by a cue that prevents', () => {
    expect(shows('Le TTL empêche le rejeu.', 'ttl empêche rejeu')).toBe('TTL empêche le rejeu');
    expect(shows('Le TTL n’empêche pas le rejeu.', 'ttl empêche rejeu')).toBeUndefined();
    expect(shows('Le TTL empêche le rejeu.', 'rejeu')).toBeUndefined();
  });
});

test.each(['', 'unless a', 'not', 'un deux* not', 'a*', 'c’est ?', 'un||deux', 'un|*'])(
  '%j is no cue',
  (text) => {
    expect(() => parseCue(text)).toThrow();
  },
);

test('every word of a sentence knows where it stood', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (answer) => {
      for (const { words } of sentencesOf(answer))
        for (const { start, end } of words)
          expect(answer.slice(start, end)).toMatch(/^[-−–]?[\p{L}\p{M}\p{N}]+$/u);
    }),
    { numRuns: 2000 },
  );
});
