// The one way back from the last great change to the notebook: in its database, until the next one takes its place.
import type { Database } from './database.ts';
import type { Whole } from './whole.ts';

/** A great change after which there is a way back. */
export type GreatDeed = 'merged' | 'replaced' | 'erased' | 'removed' | 'placed';

export interface WayBack {
  readonly deed: GreatDeed;
  readonly before: Whole;
  /** what the change left: the rest has been done since */
  readonly after: Whole;
}

const ONLY = 'last';

/**
 * Where there is no room for it, it lasts as long as the page. What was erased is to be gone: it lasts no longer either.
 * @returns whether it is kept
 */
export async function keepWay(db: Database, way: WayBack): Promise<boolean> {
  if (way.deed === 'erased') return false;
  try {
    await db.put('way', way, ONLY);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

export const readWay = async (db: Database): Promise<WayBack | undefined> =>
  (await db.get('way', ONLY)) as WayBack | undefined; // nothing else is put there
