// The receipt of a sheet that was handed in, by which its student can tell that it is whole.
import { createHash } from 'node:crypto';
import type { HandIn } from '../store/store.ts';

export interface Receipt {
  /** when it was kept, in milliseconds from 1970 UTC */
  readonly at: number;
  readonly key: string;
  /** of the sheet's UTF-8, in hexadecimal */
  readonly sha256: string;
  readonly words: number;
}

export function receiptOf({ at, key, sheet }: HandIn): Receipt {
  return {
    at,
    key,
    sha256: createHash('sha256').update(sheet).digest('hex'),
    words: sheet.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0,
  };
}
