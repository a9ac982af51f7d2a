// What a receiver made of a token, in one word: accepted, or the check that refused it.
import type { PeerCheck, Receipt } from '../chat/session.ts';

export type Verdict = 'accepted' | PeerCheck['name'];

export function verdictOf({ checks }: Pick<Receipt, 'checks'>): Verdict {
  return checks.find(({ result }) => result === 'failed')?.name ?? 'accepted';
}
