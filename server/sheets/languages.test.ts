// The guess at the language of an answer.
import { expect, test } from 'vitest';
import { languageOf } from './languages.ts';

test.each([
  'C’est l’attaque de l’homme du milieu.',
  'Le serveur peut lire les messages.',
  'Pas de man in the middle.',
  'Fernet génère sa clé sans sel.',
  'Une replay attack, par le man in the middle.',
  '```\nif the key is in the log\n```\nle serveur lit la clé dans le journal',
])('%j is French', (text) => expect(languageOf(text, 'en')).toBe('fr'));

test.each([
  'It is a replay attack by the man in the middle.',
  'the server can read the messages',
  'Kerckhoffs’ principle is broken.',
  'A random IV in each message is enough.',
  'The server should check authenticity.',
  'This is the « homme du milieu ».',
])('%j is English', (text) => expect(languageOf(text, 'fr')).toBe('en'));

test.each(['', 'replay', 'man in the middle', 'TTL = 30', '3.', 'Client-serveur', 'Client-server'])(
  '%j may be either',
  (text) => {
    expect(languageOf(text, 'fr')).toBe('fr');
    expect(languageOf(text, 'en')).toBe('en');
  },
);
