// Runs the lab's slow derivations off the page's thread, where the browser has none of its own to offer.
import { deriveBytes } from '#lab/derive.ts';
import type { Derivation } from '#lab/stage.ts';

export interface DeriveRequest {
  readonly id: number;
  readonly derivation: Derivation;
  readonly password: string;
}

export interface DeriveAnswer {
  readonly id: number;
  readonly bytes: Uint8Array;
}

addEventListener('message', ({ data }: MessageEvent<DeriveRequest>) => {
  const { id, derivation, password } = data;
  const answer: DeriveAnswer = { id, bytes: deriveBytes(derivation, password) };
  postMessage(answer);
});
