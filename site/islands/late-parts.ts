// The parts that come when they are used.
import type { ComponentProps } from 'preact';
import type { Compare } from './Compare.tsx';
import { type Late, late } from './late.tsx';
import type { ProtocolSettings } from './ProtocolSettings.tsx';
import type { CodeTextProps } from './StageCode.tsx';

type NoProps = Record<never, never>;

export const LateInspector: Late<NoProps> = late(async () => (await import('./Inspector.tsx')).Inspector);
export const LateConsole: Late<NoProps> = late(async () => (await import('./Console.tsx')).Console);
export const LateProtocolSettings: Late<ComponentProps<typeof ProtocolSettings>> = late(
  async () => (await import('./ProtocolSettings.tsx')).ProtocolSettings,
);
export const LateStageCodeText: Late<CodeTextProps> = late(
  async () => (await import('./StageCodeText.tsx')).StageCodeText,
);
export const LateCompare: Late<ComponentProps<typeof Compare>> = late(
  async () => (await import('./Compare.tsx')).Compare,
);
