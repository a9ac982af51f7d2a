// The parts that come when they are used.
import type { ComponentProps } from 'preact';
import { learn, type Sentences } from '../i18n/spoken.ts';
import type { AnswerTrouble } from './AnswerTrouble.tsx';
import type { Compare } from './Compare.tsx';
import type { EmptySeat } from './EmptySeat.tsx';
import type { LinkedState } from './LinkedState.tsx';
import { type Late, late } from './late.tsx';
import type { OtherRoom } from './OtherRoom.tsx';
import type { Outcome } from './Outcome.tsx';
import type { Pieces } from './Pieces.tsx';
import type { PresenceNote } from './PresenceNote.tsx';
import type { Preview } from './Preview.tsx';
import type { RefusalText } from './RefusalText.tsx';
import type { Settings } from './Settings.tsx';
import type { CodeTextProps } from './StageCode.tsx';
import type { Versions } from './Versions.tsx';

const words = import.meta.glob<Sentences>(
  '../i18n/{chair,inspector,notebook,refusals,settings,stage-code,state-link}.*.json',
  {
    import: 'default',
  },
);

const answerParts = () => import('./answer-parts.ts');
const settingsParts = () => import('./settings-parts.ts');
const stateLinkParts = () => import('./state-link-parts.ts');

type NoProps = Record<never, never>;

export const LateInspector: Late<NoProps> = late(
  async () => (await import('./Inspector.tsx')).Inspector,
  () => Promise.all([learn('inspector', words), learn('refusals', words)]),
);
export const LateConsole: Late<NoProps> = late(
  async () => (await import('./Console.tsx')).Console,
  () => Promise.all([learn('chair', words), learn('inspector', words), learn('refusals', words)]),
);
export const LateSettings: Late<ComponentProps<typeof Settings>> = late(
  async () => (await settingsParts()).Settings,
  () => learn('settings', words),
);
export const LateEmptySeat: Late<ComponentProps<typeof EmptySeat>> = late(
  async () => (await settingsParts()).EmptySeat,
  () => learn('settings', words),
);
export const LateOtherRoom: Late<ComponentProps<typeof OtherRoom>> = late(
  async () => (await settingsParts()).OtherRoom,
  () => learn('settings', words),
);
export const LateRefusalText: Late<ComponentProps<typeof RefusalText>> = late(
  async () => (await import('./RefusalText.tsx')).RefusalText,
  () => learn('refusals', words),
);
export const LatePresenceNote: Late<ComponentProps<typeof PresenceNote>> = late(
  async () => (await settingsParts()).PresenceNote,
  () => Promise.all([learn('settings', words), learn('refusals', words)]),
);
export const LateTimeControls: Late<NoProps> = late(
  async () => (await settingsParts()).TimeControls,
  () => learn('settings', words),
);
export const LateAnswerTrouble: Late<ComponentProps<typeof AnswerTrouble>> = late(
  async () => (await answerParts()).AnswerTrouble,
  () => learn('notebook', words),
);
export const LateVersions: Late<ComponentProps<typeof Versions>> = late(
  async () => (await answerParts()).Versions,
  () => learn('notebook', words),
);
export const LateStageCodeText: Late<CodeTextProps> = late(
  async () => (await import('./StageCodeText.tsx')).StageCodeText,
  () => learn('stage-code', words),
);
export const LateCompare: Late<ComponentProps<typeof Compare>> = late(
  async () => (await import('./Compare.tsx')).Compare,
  () => learn('notebook', words),
);
export const LateOutcome: Late<ComponentProps<typeof Outcome>> = late(
  async () => (await answerParts()).Outcome,
  () => learn('notebook', words),
);
export const LatePieces: Late<ComponentProps<typeof Pieces>> = late(
  async () => (await answerParts()).Pieces,
  () => learn('notebook', words),
);
export const LatePreview: Late<ComponentProps<typeof Preview>> = late(
  async () => (await import('./Preview.tsx')).Preview,
  () => learn('notebook', words),
);
export const LateShareState: Late<NoProps> = late(
  async () => (await stateLinkParts()).ShareState,
  () => learn('state-link', words),
);
export const LateLinkedState: Late<ComponentProps<typeof LinkedState>> = late(
  async () => (await stateLinkParts()).LinkedState,
  () => learn('state-link', words),
);
