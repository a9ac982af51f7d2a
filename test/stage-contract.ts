// What every stage must do, whatever it protects.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import { InvalidToken } from '#lab/errors.ts';
import { inspect } from '#lab/inspect.ts';
import { type Stage, type Token, tryOpen } from '#lab/stage.ts';
import { seededRandom } from './random.ts';

export const NOW = 1_763_827_200;

/** PBKDF2 and scrypt with their real costs are tested by their vectors; here they would only take time. */
export const CHEAP = { iterations: 2, scrypt: 2 };

/** What surrounds a message, for a stage that binds its tokens to it. */
export const AROUND = { room: 'demo', sender: 'gauche' };
export const SALT = utf8('sixteen bytes ok');

/** The length of a token in bytes, as its fields lay it out. */
const size = (stage: Stage, token: Token) =>
  stage.fields(token).reduce((bytes, field) => bytes + field.bytes.length, 0);

export function stageContract(stage: Stage): void {
  const random = seededRandom(stage.name);
  const keys = deriveKeys(stage, 'soleil', CHEAP, SALT);
  const opening = { now: NOW, ...AROUND };
  const seal = (text: string) =>
    stage.seal(utf8(text), keys, { random, ...opening, sending: { salt: SALT, counter: 1 } });

  describe(`the contract of a stage: ${stage.name}`, () => {
    test('opens what it sealed, whatever the text', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          const plaintext = stage.open(seal(text), keys, opening);
          expect(fromUtf8(plaintext)).toBe(text.toWellFormed());
        }),
        { numRuns: 300 },
      );
    });

    test.each(['', ' ', 'rdv 14h', '🙂 été\u0000\n\u001b[31m\u202e', 'x'.repeat(10_000)])(
      'opens what it sealed: %#',
      (text) => {
        expect(fromUtf8(stage.open(seal(text), keys, opening))).toBe(text);
      },
    );

    test('inspects what it opens: all checks passed, the same plaintext, every byte in one field', () => {
      const token = seal('rdv 14h');
      const { checks, fields, plaintext } = inspect(stage, token, keys, opening);
      expect(checks.map(({ result }) => result)).toEqual(stage.steps.map(() => 'passed'));
      expect(plaintext).toEqual(utf8('rdv 14h'));
      let end = 0;
      for (const field of fields) {
        expect(field.offset).toBe(end);
        end += field.bytes.length;
      }
      expect(size(stage, token)).toBe(end);
      expect(stage.join(fields.map(({ bytes }) => bytes))).toEqual(token);
    });

    test('open and inspect agree on any token, and a refusal is the one bare error', () => {
      const anyToken = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.uint8Array(),
        fc.tuple(fc.uint8Array(), fc.uint8Array()),
        fc.tuple(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.uint8Array({ size: 'large' })),
      );
      fc.assert(
        fc.property(anyToken, (token) => {
          const { checks, plaintext, fields } = inspect(stage, token, keys, opening);
          expect(tryOpen(stage, token, keys, opening)).toEqual(plaintext);
          expect(fields.length).toBeGreaterThan(0);
          if (plaintext) return;
          expect(checks.filter(({ result }) => result === 'failed')).toHaveLength(1);
          try {
            stage.open(token, keys, opening);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidToken);
            expect(Object.keys(error as object)).toEqual(['name']);
            expect((error as Error).message).toBe('invalid token');
            expect((error as Error).cause).toBeUndefined();
          }
        }),
        { numRuns: 500 },
      );
    });
  });
}
