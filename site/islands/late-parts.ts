// The parts that come when they are used.
import type { ComponentProps } from 'preact';
import { learn, type Sentences } from '../i18n/spoken.ts';
import type { Compare } from './Compare.tsx';
import type { LinkedState } from './LinkedState.tsx';
import { type Late, late } from './late.tsx';
import type { ProtocolSettings } from './ProtocolSettings.tsx';
import type { CodeTextProps } from './StageCode.tsx';

const words = import.meta.glob<Sentences>('../i18n/{chair,inspector,state-link,time}.*.json', {
  import: 'default',
});

type NoProps = Record<never, never>;

export const LateInspector: Late<NoProps> = late(
  async () => (await import('./Inspector.tsx')).Inspector,
  () => learn('inspector', words),
);
export const LateConsole: Late<NoProps> = late(
  async () => (await import('./Console.tsx')).Console,
  () => learn('chair', words),
);
export const LateProtocolSettings: Late<ComponentProps<typeof ProtocolSettings>> = late(
  async () => (await import('./ProtocolSettings.tsx')).ProtocolSettings,
);
export const LateStageCodeText: Late<CodeTextProps> = late(
  async () => (await import('./StageCodeText.tsx')).StageCodeText,
);
export const LateCompare: Late<ComponentProps<typeof Compare>> = late(
  async () => (await import('./Compare.tsx')).Compare,
);
export const LateShareState: Late<NoProps> = late(
  async () => (await import('./ShareState.tsx')).ShareState,
  () => learn('state-link', words),
);
export const LateLinkedState: Late<ComponentProps<typeof LinkedState>> = late(
  async () => (await import('./LinkedState.tsx')).LinkedState,
  () => learn('state-link', words),
);
export const LateTimeControls: Late<NoProps> = late(
  async () => (await import('./TimeControls.tsx')).TimeControls,
  () => learn('time', words),
);
