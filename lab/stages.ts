// The table of the stages, in the order of the lab.
import type { Stage, StageName } from './stage.ts';
import { aead } from './stages/aead.ts';
import { fernet } from './stages/fernet.ts';
import { fernetTtl } from './stages/fernet-ttl.ts';
import { hazmat } from './stages/hazmat.ts';
import { plaintext } from './stages/plaintext.ts';

export const stages: Readonly<Record<StageName, Stage>> = {
  plaintext,
  hazmat,
  fernet,
  'fernet-ttl': fernetTtl,
  aead,
};

/** The names, in the order of the lab; the last one goes beyond it. */
export const stageNames: readonly StageName[] = ['plaintext', 'hazmat', 'fernet', 'fernet-ttl', 'aead'];

/** Whether a text is the name of a stage. */
export function isStageName(text: unknown): text is StageName {
  return typeof text === 'string' && Object.hasOwn(stages, text);
}
