// The message that the reader has captured in the server's chair: hands it out as it is, and changes a byte of it.
import type { FieldName, StageName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Payload } from '#server/payload.ts';
import type { Bench } from '../chat/bench.ts';
import { toToken, withField } from '../chat/payload.ts';

type EditableField = Exclude<FieldName, 'unreadable'>;

/** The last message that the relay has seen and that has the form of a stage. */
export function lastSeen(bench: Bench, stage: StageName): Seen | undefined {
  return bench.chair.operator.value?.seen.value.findLast(({ message }) =>
    stages[stage].fields(toToken(message)).every(({ name }) => name !== 'unreadable'),
  );
}

/** The fields of a captured message, as far as they can be changed. */
export function fieldsOf({ message }: Seen, stage: StageName): readonly EditableField[] {
  return stages[stage].fields(toToken(message)).flatMap(({ name }) => (name === 'unreadable' ? [] : [name]));
}

/** Hands a message out as it came. @param how - to whom, how often, under which name, after how many seconds */
export function replay(
  bench: Bench,
  { user, message, seq }: Seen,
  how: {
    readonly to?: readonly string[];
    readonly times?: number;
    readonly user?: string;
    readonly seconds?: number;
  } = {},
): void {
  bench.chair.operator.value?.handOut({ user, message, of: seq, ...how });
}

/** A message with one bit of one byte changed. @param at - counted from 0, within the field */
export function forged(
  captured: Seen,
  stage: StageName,
  field: EditableField,
  at: number,
): Payload | undefined {
  return withField(stages[stage], captured.message, field, (bytes) => {
    const changed = bytes.slice();
    if (at in changed) changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  });
}
