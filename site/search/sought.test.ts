// What counts as found: forms of the sought words, and all of them.
import { expect, test } from 'vitest';
import { holdsSought } from './sought.ts';

test.each<[string, readonly string[]]>([
  ['horloge', ['l’horloge']],
  ['horloges', ['horloge']],
  ['clé', ['cle']],
  ['cles', ['clés,']],
  ['IV', ['iv']],
  ['rejouer', ['rejoue']],
  ['malléabilité', ['malléable']],
  ['mot de passe', ['mots', 'de', 'passe']],
  ['"rejeu"', ['rejeu.']],
  ['topo', ['topologie']],
  ['', []],
])('“%s” is held by %j', (text, marked) => expect(holdsSought(text, marked)).toBe(true));

test.each<[string, readonly string[]]>([
  ['étoile', ['et', 'Et']],
  ['zz top', ['topologie']],
  ['xyzzy', ['x']],
  ['ivre', ['IV']],
  ['horloge', []],
])('“%s” is not held by %j', (text, marked) => expect(holdsSought(text, marked)).toBe(false));
