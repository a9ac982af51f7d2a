// The shape that says how a stage protects a message.
import type { StageName } from '#lab/stage.ts';
import type { MarkKind } from '../Mark.tsx';

export function markOf(stage: StageName): MarkKind {
  if (stage === 'plaintext') return 'readable';
  return stage === 'hazmat' ? 'opaque' : 'sealed';
}
