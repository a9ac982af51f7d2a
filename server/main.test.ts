// The commands as a user types them: what they print, how they end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Runs the server until it ends. */
async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['server/main.ts', ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

test('a busy port is told in one line, and the exit is 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo; // a TCP server has no other
  const { code, stderr } = await run('--port', String(port));
  other.close();
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`Le port ${port} est déjà pris`);
}, 120_000);

test.each([['--port', 'beaucoup'], ['--inconnu'], ['--host', '192.0.2.1']])(
  'words that do not fit (%s) are told in one line, and the exit is 1',
  async (...words) => {
    const { code, stderr } = await run(...words);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  },
  120_000,
);

test('help is help', async () => {
  const { code, stdout } = await run('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--port N');
});
