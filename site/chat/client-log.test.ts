// The clients' logs of a real conversation, in the original's words.
import { describe, expect, test } from 'vitest';
import { startBench } from '../../test/start-bench.ts';
import { clientLog } from './client-log.ts';

async function linesAt(stage: Parameters<typeof startBench>[0], password = 'soleil') {
  const { bench, say } = await startBench(stage);
  bench.peers.droite.password.value = password;
  await say('gauche', 'bonjour');
  const logOf = (peer: 'gauche' | 'droite') => clientLog(peer, bench.timeline.value);
  return { gauche: logOf('gauche'), droite: logOf('droite') };
}

const texts = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text);

describe('a client’s log', () => {
  test('has what the client received, and nothing that it sent', async () => {
    const { gauche, droite } = await linesAt({ stage: 'plaintext' });
    expect(texts(gauche)).toEqual(['INFO:BasicGUI:Connecting gauche@127.0.0.1:6666']);
    expect(texts(droite)).toEqual([
      'INFO:BasicGUI:Connecting droite@127.0.0.1:6666',
      'DEBUG:GenericCallback:Received : gauche -> bonjour',
    ]);
    const [, received] = droite;
    expect(received?.text.slice(received.quotesFrom)).toBe('bonjour');
    expect(received?.message).toBe(1);
  });

  test.each([
    [
      'hazmat',
      /^DEBUG:GenericCallback:Received : gauche -> \(\{'data': '[\w+/]{22}==', 'encoding': 'base64'\}, \{/,
    ],
    ['fernet', /^DEBUG:GenericCallback:Received : gauche -> \{'data': 'Z0FBQUFB/],
    ['aead', /^DEBUG:GenericCallback:Received : gauche -> \{'data': '/],
  ] as const)('at stage %s has what came over the wire, not what was read', async (stage, line) => {
    const { droite } = await linesAt({ stage });
    expect(texts(droite)[1]).toMatch(line);
    expect(texts(droite).join()).not.toContain('bonjour');
  });

  test('tells of a refusal, at the stages where the original does', async () => {
    const heads = async (stage: 'hazmat' | 'fernet' | 'fernet-ttl') =>
      texts((await linesAt({ stage }, 'lune')).droite).map((text) => text.split(/[({]/)[0]);
    const received = [
      'INFO:BasicGUI:Connecting droite@127.0.0.1:6666',
      'DEBUG:GenericCallback:Received : gauche -> ',
    ];
    expect(await heads('hazmat')).toEqual(received);
    expect(await heads('fernet')).toEqual([...received, 'ERROR:FernetGUI:Error while decrypting message: ']);
    expect(await heads('fernet-ttl')).toEqual([
      ...received,
      'ERROR:root:Invalid Token',
      'ERROR:FernetGUI:Error while decrypting message: ',
    ]);
  });

  test('has one line for each entry, whatever is quoted in it', async () => {
    const { bench, say } = await startBench();
    await say('gauche', 'un\nDEBUG:GenericCallback:Received : droite -> faux');
    const lines = clientLog('droite', bench.timeline.value);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.text).not.toContain('\n');
  });
});
