// A bench at work while the site is built: what readers without JavaScript get to see is what the real parts did.
import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deriveBytes } from '#lab/derive.ts';
import type { Derivation } from '#lab/stage.ts';
import { Bench, type Preset } from '../chat/bench.ts';
import { Keyring } from '../chat/keyring.ts';

const LOG_ARRIVES_WITHIN_MS = 100;

async function derive(derivation: Derivation, password: string): Promise<Uint8Array> {
  if (derivation.kdf !== 'pbkdf2') return deriveBytes(derivation, password);
  const { salt, iterations, length } = derivation;
  return new Uint8Array(await promisify(pbkdf2)(password, salt, iterations, length, 'sha256'));
}

const keyring = new Keyring(derive);

const later = (milliseconds: number, run: () => void) => {
  setTimeout(run, milliseconds).unref();
};

/** A bench on which the preset's message has been sent, has arrived, and is being followed. */
export async function picturedBench(preset: Preset): Promise<Bench> {
  const bench = new Bench(
    {
      now: Date.now,
      random: (length) => new Uint8Array(randomBytes(length)),
      later,
      relayFile: async () => undefined,
      invitation: () => undefined,
      socketUrl: (path) => path,
      storage: () => undefined,
      keyring,
    },
    preset,
  );
  await bench.start();
  await new Promise((resolve) => setTimeout(resolve, LOG_ARRIVES_WITHIN_MS));
  await bench.peers[preset.from].sendDraft();
  await new Promise((resolve) => setTimeout(resolve, LOG_ARRIVES_WITHIN_MS));
  bench.selected.value = bench.timeline.value.at(-1)?.id;
  return bench;
}
