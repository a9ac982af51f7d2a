// A number to slide, with a button at each end for whom one second is too little to slide by.
import { Dial } from './Dial.tsx';
import type { TtlSay } from './ttl-words.ts';

interface Props {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly words: string;
  readonly onValue: (value: number) => void;
  readonly t: TtlSay;
}

export function FineDial({ t, ...dial }: Props) {
  const { least, most, value, onValue } = dial;
  return (
    <div class="exp-fine">
      <button
        type="button"
        aria-label={`${t('ttl.less')}, ${dial.label}`}
        disabled={value <= least}
        onClick={() => onValue(value - 1)}
      >
        −
      </button>
      <Dial {...dial} />
      <button
        type="button"
        aria-label={`${t('ttl.more')}, ${dial.label}`}
        disabled={value >= most}
        onClick={() => onValue(value + 1)}
      >
        +
      </button>
    </div>
  );
}
