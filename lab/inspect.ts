// Names every byte and every check of a token, for the screen only: none of it may be sent.
import {
  attempt,
  type CheckName,
  type Field,
  type Keys,
  type OpenContext,
  type Stage,
  type Token,
  walk,
} from './stage.ts';

/** A check of `open`, and how it went. */
export interface Check {
  readonly name: CheckName;
  readonly result: 'passed' | 'failed' | 'not reached';
}

export interface Inspection {
  readonly fields: readonly Field[];
  readonly checks: readonly Check[];
  /** what `open` would return; undefined where it would refuse */
  readonly plaintext: Uint8Array | undefined;
}

/** The checks of a stage of which the first `passed` passed. */
export function checksAfter(stage: Stage, passed: number): Check[] {
  return stage.steps.map(({ name }, i) => ({
    name,
    result: i < passed ? 'passed' : i === passed ? 'failed' : 'not reached',
  }));
}

/** Walks the very steps that `open` walks, and says how far it came. It never throws for a token, only for bad keys. */
export function inspect(stage: Stage, token: Token, keys: Keys, context: OpenContext): Inspection {
  const opening = attempt(token, keys, context);
  const passed = walk(stage.steps, opening);
  return {
    fields: stage.fields(token),
    checks: checksAfter(stage, passed),
    plaintext: passed === stage.steps.length ? opening.bytes : undefined,
  };
}
