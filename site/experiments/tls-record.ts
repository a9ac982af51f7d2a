// TLS, simulated: real records under a fresh key that both ends are simply given, since no handshake takes place here.
import { concat, utf8, xor } from '#lab/bytes.ts';
import { decryptGcm, encryptGcm, TAG_BYTES } from '#lab/primitives/aes-gcm.ts';
import type { Random } from '#lab/stage.ts';

const KEY_BYTES = 16;
const NONCE_BYTES = 12;
const HEADER_BYTES = 5;
/** The content type of application data. Source: RFC 8446 §5.1 */
const APPLICATION_DATA = 23;

/** What the two ends of a line share: the traffic key and IV of one direction, and how many records it has carried. */
export interface TlsSession {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly records: number;
}

export const openSession = (random: Random): TlsSession => ({
  key: random(KEY_BYTES),
  iv: random(NONCE_BYTES),
  records: 0,
});

/** The nonce of a record: its number, XORed onto the IV. Source: RFC 8446 §5.3 */
function nonceOf({ iv, records }: TlsSession): Uint8Array {
  const number = new Uint8Array(NONCE_BYTES);
  new DataView(number.buffer).setUint32(NONCE_BYTES - 4, records);
  return xor(iv, number);
}

/** What travels for a frame: header 5, ciphertext, tag 16 bytes. Source: RFC 8446 §5.2 */
export function sealRecord(session: TlsSession, frame: string): Uint8Array {
  const inner = concat(utf8(frame), Uint8Array.of(APPLICATION_DATA));
  const length = inner.length + TAG_BYTES;
  const header = Uint8Array.of(APPLICATION_DATA, 3, 3, length >> 8, length & 255);
  return concat(header, encryptGcm(session.key, nonceOf(session), inner, header));
}

/**
 * The reverse of {@link sealRecord}, at the other end.
 * @throws InvalidToken for a record of another session
 */
export function openRecord(session: TlsSession, record: Uint8Array): Uint8Array {
  const header = record.subarray(0, HEADER_BYTES);
  const inner = decryptGcm(session.key, nonceOf(session), record.subarray(HEADER_BYTES), header);
  return inner.subarray(0, -1); // without the content type
}
