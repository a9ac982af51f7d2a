// A generator's seed, byte by byte, with one bit to invert, and what was foretold with it.
import { toHex } from '#lab/bytes.ts';
import { SEED_BYTES } from '#lab/primitives/ctr-generator.ts';
import { type UrandomTrial, withBit } from '../../experiments/05-urandom.ts';
import { ByteRow } from './ByteRow.tsx';
import { Dial } from './Dial.tsx';
import { Foretold } from './Foretold.tsx';
import type { UrandomWords } from './urandom-words.ts';

interface Props {
  readonly trial: UrandomTrial;
  readonly t: UrandomWords;
}

/** So many of the last rounds stand side by side, on a phone too. */
const MOST_COLUMNS = 3;

export function Seed({ trial, t }: Props) {
  if (!trial.seedShown.value) return null;
  const bit = trial.bit.value;
  const seed = withBit(trial.seed, bit);
  const inWords = (which: number) => (which === 0 ? t('urandom.bit.none') : t('urandom.bit', { bit: which }));
  const changed = Math.floor((bit - 1) / 8);
  const columns = trial.seeded.value
    .slice(-MOST_COLUMNS)
    .map((round) => ({ head: round.bit ? inWords(round.bit) : t('urandom.round.exact'), round }));
  return (
    <>
      <p>{t('urandom.algorithm', { letter: trial.withSeed.letter, given: trial.withSeed.given.length })}</p>
      <ByteRow
        label={t('urandom.seed')}
        bytes={seed}
        isMarked={(i) => i === changed}
        describe={(i) =>
          t(i === changed ? 'urandom.seedByte.changed' : 'urandom.seedByte', {
            ordinal: i + 1,
            hex: toHex(seed.subarray(i, i + 1)),
          })
        }
      />
      <Dial
        label={t('urandom.bit.label')}
        least={0}
        most={8 * SEED_BYTES}
        value={bit}
        words={inWords(bit)}
        onValue={(value) => {
          trial.bit.value = value;
        }}
      />
      {columns.length > 0 && <Foretold caption={t('urandom.seeded')} columns={columns} t={t} />}
    </>
  );
}
