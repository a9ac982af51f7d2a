// The recorded trace of a piece, which comes when a reader opens it, with the sentences of the matrix.
import { learn, type Sentences } from '../i18n/spoken.ts';
import { type Late, late } from './late.tsx';
import type { RunTraceProps } from './RunTrace.tsx';

const words = import.meta.glob<Sentences>('../i18n/{inspector,matrix,refusals}.*.json', {
  import: 'default',
});

export const LateRunTrace: Late<RunTraceProps> = late(
  async () => (await import('./RunTrace.tsx')).RunTrace,
  () => Promise.all([learn('inspector', words), learn('matrix', words), learn('refusals', words)]),
);
