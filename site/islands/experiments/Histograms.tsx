// What the three generators have given, counted: their words in 16 equal parts of the range.
import { STATE_WORDS } from '#lab/attacks/mersenne-twister.ts';
import { BINS, type Contestant, histogramOf } from '../../experiments/05-urandom.ts';
import type { UrandomWords } from './urandom-words.ts';

/** The drawing's size, in units of its own: a bar for each bin, and a height for so many words. */
const BAR = 10;
const HEIGHT = 72;

function Histogram({ one, t }: { readonly one: Contestant; readonly t: UrandomWords }) {
  const words = one.given.slice(0, STATE_WORDS);
  const bins = histogramOf(words);
  const mean = words.length / BINS;
  const range = { least: Math.min(...bins), most: Math.max(...bins) };
  return (
    <figure>
      <svg
        viewBox={`0 0 ${BINS * BAR} ${HEIGHT}`}
        role="img"
        aria-label={t('urandom.histogram', { letter: one.letter, bins: BINS, mean, ...range })}
      >
        {bins.map((count, i) => (
          <rect key={i} x={i * BAR + 1} y={HEIGHT - count} width={BAR - 2} height={count} />
        ))}
        <line x1={0} x2={BINS * BAR} y1={HEIGHT - mean} y2={HEIGHT - mean} />
      </svg>
      <figcaption>
        {t('urandom.range', { letter: one.letter, ...range })}
        <span class="first-words">
          {words
            .slice(0, 2)
            .map((word) => word.toString(16).padStart(8, '0'))
            .join(' ')}
          …
        </span>
      </figcaption>
    </figure>
  );
}

interface Props {
  readonly contestants: readonly Contestant[];
  readonly t: UrandomWords;
}

export function Histograms({ contestants, t }: Props) {
  return (
    <div class="histograms">
      {contestants.map((one) => (
        <Histogram key={one.letter} one={one} t={t} />
      ))}
    </div>
  );
}
