// A bench at work while the site is built: what readers without JavaScript get to see is what the real parts did.
import { createHash, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { deriveBytes } from '#lab/derive.ts';
import type { Derivation, Random } from '#lab/stage.ts';
import { Bench } from '../chat/bench.ts';
import type { Preset } from '../chat/bench-world.ts';
import { Keyring } from '../chat/keyring.ts';

async function derive(derivation: Derivation, password: string): Promise<Uint8Array> {
  if (derivation.kdf !== 'pbkdf2') return deriveBytes(derivation, password); // scrypt takes a tenth of a second
  const { salt, iterations, length } = derivation;
  return new Uint8Array(await promisify(pbkdf2)(password, salt, iterations, length, 'sha256'));
}

const keyring = new Keyring(derive);

/** The pictured moment. The day of the build would make another version of each build, for whoever keeps the pages. */
export const PICTURED_AT = Date.parse('2026-09-01T12:30:00Z');

/** Likewise what is drawn: it follows from what is pictured. Nobody else ever uses these keys and IVs. */
function drawsOf(pictured: string): Random {
  let draws = 0;
  return (outputLength) =>
    new Uint8Array(createHash('shake256', { outputLength }).update(`${pictured} ${++draws}`).digest());
}

/** Nobody watches while the site is built: what would be done soon is done now, and what would be done later is not. */
const later = (milliseconds: number, run: () => void) => {
  if (milliseconds < 1000) setImmediate(run);
};

/** Waits until the log has so many lines: by then frames, keys and batches have all had their turn. */
async function untilLogged(bench: Bench, lines: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (bench.log.value.filter(({ kind }) => kind === 'line').length < lines) {
    if (Date.now() > deadline) throw new Error(`the log of the pictured bench does not reach ${lines} lines`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * A bench on which the preset's message has been sent, has arrived, and is being followed.
 * @param clock - the sender's clock, in seconds ahead of the other's
 */
export async function picturedBench(preset: Preset, clock = 0): Promise<Bench> {
  const bench = new Bench(
    {
      now: () => PICTURED_AT,
      random: drawsOf(JSON.stringify([preset, clock])),
      later,
      relayFile: async () => undefined,
      invitation: () => undefined,
      onInvitation: () => {},
      dropInvitation: () => {},
      socketUrl: (path) => path,
      storage: () => undefined,
      keyring,
    },
    preset,
  );
  await bench.start();
  await untilLogged(bench, 4); // two registrations, and the list of users after each
  if (preset.text === '') return bench;
  bench.peers[preset.from].offset.value = clock;
  await bench.peers[preset.from].sendDraft();
  await untilLogged(bench, 6); // sent, and delivered
  bench.selected.value = bench.timeline.value.at(-1)?.id;
  return bench;
}
