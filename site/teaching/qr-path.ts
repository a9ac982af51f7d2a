// A QR code as the outline of its dark squares.
import { encode } from 'uqr';

export interface QrPath {
  /** squares at a side, with the white frame that a reader needs */
  readonly size: number;
  /** for the `d` of an SVG path */
  readonly path: string;
}

export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
