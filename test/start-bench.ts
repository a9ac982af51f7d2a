// A bench without a browser, for tests: its clock stands still until the test moves it, and its keys cost nothing.
import { deriveBytes } from '#lab/derive.ts';
import { Bench } from '#site/chat/bench.ts';
import type { BenchWorld, Preset } from '#site/chat/bench-world.ts';
import { Keyring } from '#site/chat/keyring.ts';
import type { PeerName } from '#site/chat/relay-choice.ts';
import { handCrankedWorld } from './hand-cranked-world.ts';

const PRESET: Preset = { page: 'question 1', stage: 'plaintext', from: 'gauche', text: 'bonjour' };

/** PBKDF2's cost is not what is tested here. */
export const cheapKeyring = () =>
  new Keyring(async (derivation, password) =>
    deriveBytes(derivation, password, { iterations: 1, scrypt: 2 }),
  );

export interface StartedBench {
  readonly bench: Bench;
  /** Lets all that waits for its turn have it. */
  settle(): Promise<void>;
  advance(milliseconds: number): void;
  /** Has a peer send a text, and waits until all is done that follows from it. */
  say(peer: PeerName, text: string): Promise<void>;
}

/** @param parts - what of the bench's world is other than this: a relay in the page, and no storage */
export async function startBench(
  preset: Partial<Preset> = {},
  parts: Partial<BenchWorld> = {},
): Promise<StartedBench> {
  const world = handCrankedWorld();
  const bench = new Bench(
    {
      ...world,
      relayFile: async () => ({ relay: null }),
      invitation: () => undefined,
      onInvitation: () => {},
      dropInvitation: () => {},
      socketUrl: (path) => path,
      storage: () => undefined,
      keyring: cheapKeyring(),
      ...parts,
    },
    { ...PRESET, ...preset },
  );
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      world.advance(33);
    }
  };
  await bench.start();
  await settle();
  const say = async (peer: PeerName, text: string) => {
    bench.peers[peer].draft.value = text;
    await bench.peers[peer].sendDraft();
    await settle();
  };
  return { bench, settle, advance: (milliseconds) => world.advance(milliseconds), say };
}
