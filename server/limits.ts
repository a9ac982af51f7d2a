// How much a relay takes on, so that one client cannot spoil it for all.

import type { Traffic } from './traffic.ts';

export interface Limits {
  /** messages a second that one connection may send on and on; 0 for any number */
  readonly rate: number;
  /** what one room may carry; any amount where it is left out */
  readonly traffic?: (now: number) => Traffic;
  readonly rooms: number;
  /** names and observers that one room may hold */
  readonly members: number;
  /** characters of messages that all rooms together remember, for peers that come back */
  readonly memory: number;
}

export const DEFAULT_LIMITS: Limits = {
  rate: 50,
  rooms: 4096,
  members: 128,
  memory: 32 * 1024 * 1024,
};
