// The lab in a terminal: bytes in and out as they are, and an exit status that says what went wrong.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stageNames } from './stages.ts';

/** Runs the command line. @param input - its standard input */
function lab(words: readonly string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'cli.ts'), ...words],
    { input },
  );
  return { status, stdout, stderr: stderr.toString() };
}

const at = (stage: string) => ['--stage', stage, '--password', 'soleil', '--iterations', '10'];
const NO_UTF8 = Uint8Array.of(0xff, 0xfe, 0x0a, 0x00, 0x80);

describe('seal and open', () => {
  test.each(['hazmat', 'fernet', 'fernet-ttl', 'aead'])(
    'carry bytes that are no UTF-8, at stage %s',
    (stage) => {
      const token = lab(['seal', ...at(stage)], NO_UTF8).stdout;
      expect(new Uint8Array(lab(['open', ...at(stage)], token).stdout)).toEqual(NO_UTF8);
    },
  );
  test('refuse them at stage plaintext, which is a text, rather than change them', () => {
    expect(lab(['seal', ...at('plaintext')], NO_UTF8)).toMatchObject({ status: 2, stdout: Buffer.alloc(0) });
    expect(lab(['open', ...at('plaintext')], NO_UTF8)).toMatchObject({ status: 1, stdout: Buffer.alloc(0) });
  });
});

describe('the exit status', () => {
  const broken = ['', 'xx', 'AAAA.AAAA.AAAA'];
  test.each(['hazmat', 'fernet', 'fernet-ttl', 'aead'])('is 1 for a broken token of stage %s', (stage) => {
    for (const token of broken)
      expect(lab(['open', ...at(stage), token])).toMatchObject({ status: 1, stderr: 'InvalidToken\n' });
    const inspection = lab(['inspect', ...at(stage), 'xx']);
    expect(inspection).toMatchObject({ status: 1, stderr: '' });
    expect(inspection.stdout.toString()).toMatch(/unreadable.*\n(?:.*\n)*check .*failed/);
  });
  test.each(stageNames)('is 1 for a token that is not even a text, at stage %s', (stage) => {
    expect(lab(['open', ...at(stage)], NO_UTF8).status).toBe(1);
    expect(lab(['inspect', ...at(stage)], NO_UTF8).status).toBe(1);
  });
  test.each([
    ['--stage', 'rot13', '--password', 'soleil'],
    ['--stage', 'fernet'],
    ['--stage', 'fernet', '--password', 'soleil', '--now', 'noon'],
    ['--stage', 'hazmat', '--password', 'soleil', '--iterations', '0'],
    ['--stage', 'hazmat', '--password', 'soleil', '--iterations', '99999999999'],
  ])('is 2 for words that do not fit: %s %s %s %s %s %s', (...words) => {
    expect(lab(['open', ...words, 'xx'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^lab: .+\n.+\n$/),
    });
  });
});

test('the oracle gives one line for one, whatever the line', () => {
  const requests = [
    '{"id":1,"op":"pbkdf2","key":"","iv":"","iter":1,"len":99999999999999}',
    '{"id":"\u2028"}',
    'no json\r',
    '',
    '{"id":2,"op":"hmac","key":"","msg":""}',
  ];
  const { status, stdout } = lab(['oracle'], requests.join('\n'));
  expect(status).toBe(0);
  const answers = stdout.toString().trimEnd().split('\n');
  expect(answers.map((line) => JSON.parse(line))).toEqual([
    { id: 1, ok: false, error: 'BadRequest' },
    { id: '\u2028', unsupported: true },
    { ok: false, error: 'BadRequest' },
    { ok: false, error: 'BadRequest' },
    { id: 2, ok: true, out: expect.stringMatching(/^b613679a/) },
  ]);
});
