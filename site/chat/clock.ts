// A peer's clock: the device's, moved by so many seconds.

/** How far a peer's clock can be moved, in seconds, either way. */
export const MAX_OFFSET_SECONDS = 120;

/** Whole seconds from 1970 UTC on a clock that is `offset` seconds ahead of the device's. */
export function secondsAt(milliseconds: number, offset: number): number {
  return Math.floor(milliseconds / 1000) + offset;
}

/** The time of day that such a clock shows, as 18:31:07. */
export function timeOfDay(seconds: number): string {
  const date = new Date(seconds * 1000);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** An offset as it is written: +0, −45, +60; the minus is U+2212. */
export function signed(offset: number): string {
  return `${offset < 0 ? '−' : '+'}${Math.abs(offset)}`;
}
