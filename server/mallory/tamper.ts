// Changes bytes of a payload blindly, as a server may: it knows no fields, and needs no key.
import { concat, fromBase64, toBase64, utf8, xor } from '#lab/bytes.ts';
import type { Bytes, Payload } from '../payload.ts';

// A text on the wire is UTF-8: what is none any more becomes U+FFFD, rather than nothing.
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The door has checked the base64. */
const unwrap = ({ data }: Bytes) => fromBase64(data) ?? new Uint8Array(0);
const wrap = (bytes: Uint8Array): Bytes => ({ data: toBase64(bytes), encoding: 'base64' });

function xorAt(bytes: Uint8Array, offset: number, mask: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length, offset + mask.length);
  if (end <= offset) return bytes;
  return concat(bytes.subarray(0, offset), xor(bytes.subarray(offset, end), mask), bytes.subarray(end));
}

/**
 * XORs a mask onto a payload, as far as it reaches: onto a text's UTF-8, onto bytes, or onto a pair as if its second
 * part followed its first one.
 * @param offset - bytes before those that change
 */
export function tamper(payload: Payload, offset: number, mask: Uint8Array): Payload {
  if (typeof payload === 'string') return lenient.decode(xorAt(utf8(payload), offset, mask));
  if ('data' in payload) return wrap(xorAt(unwrap(payload), offset, mask));
  const first = unwrap(payload[0]);
  const changed = xorAt(concat(first, unwrap(payload[1])), offset, mask);
  return [wrap(changed.subarray(0, first.length)), wrap(changed.subarray(first.length))];
}
