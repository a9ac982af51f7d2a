// Two messages as the relay has them: their counter blocks, their ciphertexts, and whether the blocks are the same.
import { toHex } from '#lab/bytes.ts';
import type { MessagePair } from '../../experiments/message-pair.ts';
import { Mark } from '../Mark.tsx';
import { ByteRow } from './ByteRow.tsx';
import type { PrimitivesWords } from './primitives-words.ts';

interface Props {
  readonly pair: MessagePair;
  readonly t: PrimitivesWords;
}

interface RowProps {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly t: PrimitivesWords;
}

function Row({ label, bytes, t }: RowProps) {
  const hex = (i: number) => toHex(bytes.subarray(i, i + 1));
  return (
    <div class="pair-row">
      <span aria-hidden="true">{label}</span>
      <ByteRow
        label={label}
        bytes={bytes}
        describe={(i) => t('primitives.byte', { ordinal: i + 1, hex: hex(i) })}
      />
    </div>
  );
}

export function PairView({ pair, t }: Props) {
  const { messages, blocks, ciphertexts, isSameBlock } = pair;
  const number = (i: number) => messages[i]?.seq ?? i + 1;
  return (
    <>
      {blocks.map((bytes, i) => (
        <Row key={number(i)} label={t('primitives.block', { seq: number(i) })} bytes={bytes} t={t} />
      ))}
      <p>
        <Mark kind={isSameBlock ? 'readable' : 'opaque'} />{' '}
        {t(isSameBlock ? 'primitives.sameBlock' : 'primitives.otherBlock')}
      </p>
      <details>
        <summary>{t('primitives.ciphertexts')}</summary>
        {ciphertexts.map((bytes, i) => (
          <Row key={number(i)} label={t('primitives.ciphertext', { seq: number(i) })} bytes={bytes} t={t} />
        ))}
      </details>
    </>
  );
}
