// What a relay needs of the world around it: a clock, chance and timers, all handed in.

export interface World {
  /** milliseconds from 1970 UTC */
  now(): number;
  /** so many fresh random bytes, fit for secrets */
  random(length: number): Uint8Array;
  /** runs something once, after so many milliseconds */
  later(milliseconds: number, run: () => void): void;
  /** whether logs are written at all; where absent, they are */
  logs?(): boolean;
}
