// Some bytes in a row, in hexadecimal, those marked that differ or matter; each says what it is.
import { toHex } from '#lab/bytes.ts';

interface Props {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly isMarked?: (at: number) => boolean;
  /** what a byte is, in words */
  readonly describe: (at: number) => string;
}

export function ByteRow({ label, bytes, isMarked = () => false, describe }: Props) {
  return (
    <ol class="exp-bytes" aria-label={label}>
      {Array.from(bytes, (_, i) => (
        <li key={i} class={isMarked(i) ? 'is-marked' : ''} aria-label={describe(i)} title={describe(i)}>
          {toHex(bytes.subarray(i, i + 1))}
        </li>
      ))}
    </ol>
  );
}
