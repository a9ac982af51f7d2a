// What the padding oracle has given so far, byte by byte, and what it comes to.
import type { OracleTarget } from '#lab/attacks/beyond-stages.ts';
import { stateOf, type ToldOracle } from '../experiments/beyond-stages.ts';
import type { BeyondWords } from '../i18n/beyond-words.ts';
import { Mark } from './Mark.tsx';

interface Props {
  readonly target: OracleTarget;
  readonly told: ToldOracle;
  readonly b: BeyondWords;
}

/** A byte as a sign: a letter, a block for padding, a point for what is not known yet. */
function signOf(byte: number | undefined): string {
  if (byte === undefined) return '·';
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '▪';
}

export function OracleTold({ target, told, b }: Props) {
  const { bytes, calls, isOver } = stateOf(told);
  const { text, written } = told.run;
  const blocks = Array.from({ length: bytes.length / 16 }, (_, i) => bytes.slice(16 * i, 16 * i + 16));
  return (
    <div class="beyond-told">
      <p class="beyond-blocks" aria-hidden="true">
        {blocks.map((block, i) => (
          <code key={i}>{block.map(signOf).join('')}</code>
        ))}
      </p>
      <p class="beyond-calls">{b('beyond.calls', { calls: calls.toLocaleString(b.locale) })}</p>
      <div role="status">
        {isOver && text !== undefined && (
          <>
            <p>
              <Mark kind="tampered" /> {b('beyond.oracle.read', { text })}
            </p>
            {written !== undefined && <p>{b('beyond.oracle.written', { written })}</p>}
            <p>{b(`beyond.oracle.not.${target === 'ctr' ? 'ctr' : 'cbc'}`)}</p>
          </>
        )}
        {isOver && text === undefined && (
          <p>
            <Mark kind="stale" /> {b('beyond.oracle.nothing', { calls })}
          </p>
        )}
      </div>
    </div>
  );
}
