// English, as the matcher reads it: what is denied, supposed or reported is not said.
import { describe, expect, test } from 'vitest';
import { beliefFinder } from './beliefs.ts';

/** The piece of the answer that shows the cue. */
function shows(answer: string, ...cues: string[]): string | undefined {
  const [found] = beliefFinder('en', [{ id: 'it', cues }])(answer);
  return found && answer.slice(found.start, found.end);
}

test.each([
  'It is not Kerckhoffs.',
  'It isn’t Kerckhoffs',
  "it isn't kerckhoffs",
  'it isnt Kerckhoffs',
  'It cannot be Kerckhoffs.',
  'It can’t be Kerckhoffs.',
  'It is neither availability nor Kerckhoffs.',
  'It was never Kerckhoffs.',
  'Confidentiality, not Kerckhoffs.',
  'Confidentiality, and not Kerckhoffs.',
  'Confidentiality rather than Kerckhoffs.',
  'Confidentiality instead of Kerckhoffs.',
  'Unlike Kerckhoffs, this is about reading.',
  'Nothing violates Kerckhoffs.',
  'Nobody violates Kerckhoffs here.',
  'It says nothing of Kerckhoffs.',
  'There is no violation of Kerckhoffs.',
  'Kerckhoffs is not at issue.',
  'Kerckhoffs doesn’t apply.',
  'Kerckhoffs is irrelevant here.',
  'Kerckhoffs, on the other hand, has no effect.',
  'Availability is violated, Kerckhoffs is not.',
  'It seems to be Kerckhoffs, but it is confidentiality.',
  'Although it looks like Kerckhoffs, everything is read.',
  'It is not only Kerckhoffs.',
  'If Kerckhoffs were violated, one would see it.',
  'One might think that it is Kerckhoffs, but everything is read.',
  'You could believe it is Kerckhoffs.',
  'Contrary to what people believe, it is Kerckhoffs.',
  'The idea that it is Kerckhoffs is false.',
  'It is false that this is Kerckhoffs.',
  'It is wrong to say Kerckhoffs.',
  'Some students answered Kerckhoffs.',
  'It is often said that it is Kerckhoffs.',
  'Is it Kerckhoffs?',
  'It is Kerckhoffs. No!',
  'It is Kerckhoffs. That is wrong.',
  'Do not confuse it with Kerckhoffs.',
  'Saying that it is Kerckhoffs would be too much.',
  'The mistake is to believe in Kerckhoffs.',
  'Kerckhoffs would be a common mistake',
  'Kerckhoffs, but this is wrong.',
  'Contrary to the common idea, it is Kerckhoffs.',
  'It is not because of Kerckhoffs.',
  'This is a confusion with Kerckhoffs.',
  'A false lead: it is Kerckhoffs',
  'I discard a false lead, Kerckhoffs.',
  'It is easy to think of Kerckhoffs.',
  'It is naive to see Kerckhoffs in it.',
  'The handout suggests Kerckhoffs.',
  'The word principle makes you think of Kerckhoffs.',
  'This is wrongly called Kerckhoffs.',
  'You’d think of Kerckhoffs.',
  'Everybody thinks of Kerckhoffs.',
  'We had written Kerckhoffs.',
  'I first thought of Kerckhoffs.',
  'This does not mean that one violates Kerckhoffs.',
  'It isn’t true that, without a key, it is Kerckhoffs.',
  'It is impossible that it should be Kerckhoffs.',
  'it is not,\nin my opinion, Kerckhoffs',
  'Far from Kerckhoffs, it is confidentiality.',
  '> Kerckhoffs',
])('%j says nothing of it', (answer) => expect(shows(answer, 'kerckhoffs')).toBeUndefined());

test.each([
  'It is not integrity but Kerckhoffs.',
  'It’s not integrity, it’s Kerckhoffs.',
  'Nothing is encrypted. Kerckhoffs.',
  'Nothing is encrypted, the principle is Kerckhoffs.',
  'It is nothing but Kerckhoffs.',
  'One does not encrypt, so it is Kerckhoffs.',
  'Without encryption, Kerckhoffs is violated.',
  'Even if one encrypts, it is Kerckhoffs.',
  'I think it is Kerckhoffs.',
  'No it is Kerckhoffs',
  'No, because of Kerckhoffs.',
  'It is Kerckhoffs. No one is surprised.',
  'The mistake is Kerckhoffs.',
  'Nothing keeps one from reading nor from violating Kerckhoffs.',
  'The clock is wrong and so is Kerckhoffs.',
  'It is no more than Kerckhoffs.',
  'No the principle is Kerckhoffs',
  'Contrary to the other principle, Kerckhoffs is violated.',
  'I would say Kerckhoffs.',
  'It is a mistake of Kerckhoffs.',
  'The server cannot read it because it is Kerckhoffs.',
])('%j says it', (answer) => expect(shows(answer, 'kerckhoffs')).toBe('Kerckhoffs'));

describe('a cue', () => {
  test('may want a word denied', () => {
    const cue = 'server not modify|change';
    expect(shows('The server cannot change anything.', cue)).toBe('server cannot change');
    expect(shows('The server can’t change anything.', cue)).toBeDefined();
    expect(shows('The server can change nothing.', cue)).toBe('server can change');
    expect(shows('The server is unable to modify it.', cue)).toBeDefined();
    expect(shows('The server can change a byte.', cue)).toBeUndefined();
    expect(shows('Nothing prevents the server from changing it.', 'server not changing')).toBeUndefined();
    expect(shows('This doesn’t mean that the server cannot change it.', cue)).toBeUndefined();
  });

  test('that prevents says what is prevented', () => {
    expect(shows('The TTL prevents replay.', 'ttl prevent* replay')).toBe('TTL prevents replay');
    expect(shows('The TTL stops replay.', 'ttl stop* replay')).toBe('TTL stops replay');
    expect(shows('The TTL does not prevent replay.', 'ttl prevent* replay')).toBeUndefined();
    expect(shows('The TTL prevents replay.', 'replay')).toBeUndefined();
    expect(shows('The TTL keeps it from a replay.', 'replay')).toBeUndefined();
    expect(shows('The server keeps a replay.', 'replay')).toBe('replay');
    expect(shows('Nothing keeps it from a replay.', 'replay')).toBe('replay');
  });

  test('knows plurals and typing errors, and words that are near another', () => {
    expect(shows('the hashes', 'hash')).toBe('hashes');
    expect(shows('the servr decrypts', 'server')).toBe('servr');
    expect(shows('it serves', 'server')).toBeUndefined();
    expect(shows('a reply', 'replay')).toBeUndefined();
  });
});
