// A bench without a browser: two peers, the relay in the page, and a device's clock that moves only when the test says so.
import { deriveBytes } from '#lab/derive.ts';
import type { StageName } from '#lab/stage.ts';
import { Bench } from '#site/chat/bench.ts';
import { Keyring } from '#site/chat/keyring.ts';
import { handCrankedWorld } from './hand-cranked-world.ts';

export async function handCrankedBench(stage: StageName, text = 'bonjour') {
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
      // What a key costs is not what is tested here.
      keyring: new Keyring(async (derivation, password) =>
        deriveBytes(derivation, password, { iterations: 1, scrypt: 2 }),
      ),
    },
    { page: 'a page', stage, from: 'gauche', text },
  );
  await bench.start();
  /** Lets all that waits for its turn have it. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      world.advance(33);
    }
  };
  await settle();
  return { bench, world, settle };
}
