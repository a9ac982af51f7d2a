// The XOR of two ciphertexts, byte by byte, with a guessed word laid onto it and what follows for the other text.

import type { Fit } from '#lab/attacks/keystream-reuse.ts';
import { toHex, utf8, xor } from '#lab/bytes.ts';
import { visible } from '../../chat/follow.ts';
import type { PrimitivesWords } from './primitives-words.ts';

interface Props {
  readonly bytes: Uint8Array;
  readonly crib: string;
  readonly fit: Fit | undefined;
  readonly t: PrimitivesWords;
}

/** A byte as the character that it is alone; a space can be seen, and a dot stands for all that cannot. */
const glyph = (byte: number) => (byte === 0x20 ? '␣' : (visible(byte) ?? '·'));

export function XorStrip({ bytes, crib, fit, t }: Props) {
  const laid = fit ? utf8(crib) : new Uint8Array(0);
  const offset = fit?.offset ?? 0;
  const piece = xor(bytes.subarray(offset), laid);
  const isUnder = (at: number) => at >= offset && at < offset + laid.length;
  const inWords = (at: number, hex: string) => {
    const values = { ordinal: at + 1, hex };
    if (!isUnder(at)) return t('primitives.byte', values);
    const letters = { crib: glyph(laid[at - offset] ?? 0), piece: glyph(piece[at - offset] ?? 0) };
    return t('primitives.byte.laid', { ...values, ...letters });
  };
  return (
    <ol class="exp-bytes xor-strip" aria-label={t('primitives.xor')}>
      {Array.from(bytes, (byte, at) => {
        const hex = toHex(Uint8Array.of(byte));
        return (
          <li key={at} class={isUnder(at) ? 'is-laid' : ''} aria-label={inWords(at, hex)}>
            <span>{hex}</span>
            <span>{isUnder(at) && glyph(laid[at - offset] ?? 0)}</span>
            <span>{isUnder(at) && glyph(piece[at - offset] ?? 0)}</span>
          </li>
        );
      })}
    </ol>
  );
}
