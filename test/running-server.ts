// Starts the real server as a user would, and waits until it answers.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptBuild, withoutOtherBuilds } from './kept-builds.ts';

const ROOT = join(import.meta.dirname, '..');

export interface Server {
  /** the workbook's address, base included, with a slash at its end */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** the folder with the files that it serves */
  readonly dist: string;
  /** all that it has printed */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts `server/main.ts`, with a data folder of its own. It builds what these settings ask for, unless a test before
 * had it built; once it is ready it has read all that it serves.
 */
export function runServer(
  words: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'tp-chat-'));
  const build = keptBuild(words, environment);
  return withoutOtherBuilds(async () => {
    const isThere = build.isThere();
    if (isThere) build.layOut(data);
    const server = await launch(words, environment, data);
    if (!isThere) build.take(data);
    return { ...server, dist: build.dist };
  });
}

async function launch(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  data: string,
): Promise<Omit<Server, 'dist'>> {
  const options = ['--data', data, ...(words.includes('--port') ? [] : ['--port', '0']), ...words];
  const child = spawn(process.execPath, ['server/main.ts', ...options], {
    cwd: ROOT,
    // A user's environment, not that of a test: NODE_ENV=test would make another build of the site.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  while (!output.includes('Ctrl + C')) {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(`the server ended: ${output}`);
  }
  const url = /https?:\/\/(?:127\.0\.0\.1|localhost):(\d+)\/\S*/.exec(output);
  if (!url) throw new Error(`the server gave no address: ${output}`);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(data, { recursive: true, force: true });
  };
  return { url: url[0], port: Number(url[1]), process: child, output: () => output, stop };
}
