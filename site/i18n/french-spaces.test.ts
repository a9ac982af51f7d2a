// French spaces: where they belong, and nowhere else.
import { expect, test } from 'vitest';
import { frenchSpaces } from './french-spaces.ts';

const visible = (text: string) => frenchSpaces(text).replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

test.each([
  ['Quoi ? Non ! Si ; voilà : ici', 'Quoi_? Non_! Si_; voilà~: ici'],
  ['« rdv 14h »', '«~rdv 14h~»'],
  ['480 000 itérations, 65 536', '480_000~itérations, 65_536'],
  ['30 s, 16 octets, 100 €, 2 Mio, 200 %', '30~s, 16~octets, 100~€, 2~Mio, 200~%'],
  ['{seconds} s de {who} sur 30', '{seconds}~s de {who} sur 30'],
  ['n° 3 et n° {seq}', 'n°~3 et n°~{seq}'],
  ['14 h 30', '14~h 30'],
  ['le calcul 30 − 45 = −15, 2 + 3', 'le calcul 30~−~45~=~−15, 2~+~3'],
  ['a :b et http://x', 'a :b et http://x'],
  ['16 ou 32, 5 secrets, 3 sauts', '16 ou 32, 5 secrets, 3 sauts'],
  ['en 2026 10 personnes', 'en 2026 10 personnes'],
])('%s', (text, spaced) => expect(visible(text)).toBe(spaced));

test('twice is once', () => {
  const text = '« Quoi ? » : 480 000 s ; n° 3 !';
  expect(frenchSpaces(frenchSpaces(text))).toBe(frenchSpaces(text));
});
